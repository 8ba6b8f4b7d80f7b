using System.Reflection;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Host.Mcp;

/// <summary>What the MCP server answers, whichever transport it is asked over: tools, resources, prompts, completion. Thread-safe.</summary>
public sealed class McpDoor(IEnumerable<IMcpTool> tools, McpResources resources, McpNames names, ILogger<McpDoor> log)
{
    private readonly IMcpTool[] tools = [.. tools.OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Made anew for each server: it may keep what it is given.</summary>
    public McpServerOptions Options() => new()
    {
        ServerInfo = new() { Name = "assay", Title = "Assay", Version = typeof(McpDoor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0", Description = "Compares AI models on evidence." },
        ServerInstructions = Instructions.Text, ScopeRequests = false,
        Capabilities = new() { Tools = new(), Resources = new(), Prompts = new(), Completions = new() },
        Handlers = new()
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Where(t => t.IsListed).Select(Described)] }),
            CallToolHandler = (request, stop) => Call(request.Params, stop),
            ListResourcesHandler = (_, _) => ValueTask.FromResult(McpResources.List),
            ListResourceTemplatesHandler = (_, _) => ValueTask.FromResult(McpResources.Templates),
            ReadResourceHandler = async (request, stop) => await Task.Run(() => resources.Read(request.Params?.Uri ?? ""), stop),
            ListPromptsHandler = (_, _) => ValueTask.FromResult(McpPrompts.List),
            GetPromptHandler = (request, _) => ValueTask.FromResult(McpPrompts.Get(request.Params?.Name ?? "", request.Params?.Arguments)),
            CompleteHandler = async (request, stop) => await Task.Run(() => names.Complete(request.Params), stop),
        },
    };

    private async ValueTask<CallToolResult> Call(CallToolRequestParams? asked, CancellationToken cancellationToken)
    {
        var tool = Array.Find(tools, t => t.Name == asked?.Name)
            ?? throw new McpProtocolException($"There is no tool '{Units.Visible.Line(asked?.Name ?? "", 60)}'. Allowed: {string.Join(", ", tools.Where(t => t.IsListed).Select(t => t.Name))}.", McpErrorCode.InvalidParams);
        return await McpCall.Make(tool, asked!.Arguments, log, cancellationToken);
    }

    private static Tool Described(IMcpTool tool) => new()
    {
        Name = tool.Name, Title = tool.Title, Description = tool.Description, Annotations = tool.Annotations,
        InputSchema = JsonSerializer.SerializeToElement(ToolParameter.SchemaOf(tool.Parameters)), OutputSchema = JsonSerializer.SerializeToElement(tool.Output),
    };
}

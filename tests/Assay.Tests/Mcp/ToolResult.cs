using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Evaluation.Schemas;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary>Calls of tools, and what is to hold of every result.</summary>
internal static class ToolResult
{
    /// <summary>What docs/mcp.md promises.</summary>
    public const int Budget = 20_000;

    public static async Task<CallToolResult> Ask(this McpClient client, string tool, object? arguments = null) =>
        await client.CallToolAsync(tool, Arguments(arguments), cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The structured content of a call that must go well; its size and its form are looked at.</summary>
    public static async Task<JsonObject> Get(this McpClient client, string tool, object? arguments = null)
    {
        var result = await client.Ask(tool, arguments);
        result.Text().ShouldNotBeEmpty();
        result.IsError.ShouldNotBe(true, result.Text());
        await result.ShouldFit(client, tool);
        return JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!.AsObject();
    }

    /// <summary>The words of a call that must be refused.</summary>
    public static async Task<string> Refused(this McpClient client, string tool, object? arguments = null)
    {
        var result = await client.Ask(tool, arguments);
        result.IsError.ShouldBe(true, result.Text());
        return result.Text();
    }

    /// <summary>Within the budget, and as the schema of the tool says.</summary>
    public static async Task ShouldFit(this CallToolResult result, McpClient client, string tool)
    {
        Size(result).ShouldBeLessThanOrEqualTo(Budget, tool);
        var described = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(t => t.Name == tool);
        var schema = JsonSchema.Read(described.ReturnJsonSchema!.Value.GetRawText(), out var why);
        why.ShouldBeNull(tool);
        schema!.Fault(result.StructuredContent!.Value).ShouldBeNull(tool);
    }

    public static int Size(CallToolResult result) => JsonSerializer.SerializeToUtf8Bytes(result, McpJsonUtilities.DefaultOptions).Length;

    public static string Text(this CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(c => c.Text));

    /// <summary>
    /// Every figure of a result is in the view of the API at the same place, and the same: what a tool leaves out is left out, and what it shows is the view's.
    /// </summary>
    /// <param name="shown">Of a tool.</param>
    /// <param name="view">Of the API.</param>
    public static void ShouldBePartOf(this JsonNode? shown, JsonNode? view, string at = "$")
    {
        switch (shown)
        {
            case JsonObject parts:
                var whole = view.ShouldBeOfType<JsonObject>(at);
                foreach (var (name, value) in parts.Where(p => p.Key is not ("more_claims" or "cut" or "next_cursor")))
                {
                    whole.ContainsKey(name).ShouldBeTrue($"{at}.{name} is not in the view");
                    ShouldBePartOf(value, whole[name], $"{at}.{name}");
                }
                break;
            case JsonArray items:
                var all = view.ShouldBeOfType<JsonArray>(at);
                items.Count.ShouldBeLessThanOrEqualTo(all.Count, at);
                for (var i = 0; i < items.Count; i++) ShouldBePartOf(items[i], all[i], $"{at}[{i}]");
                break;
            default:
                (shown?.ToJsonString() ?? "null").ShouldBe(view?.ToJsonString() ?? "null", at);
                break;
        }
    }

    private static Dictionary<string, object?> Arguments(object? arguments) =>
        arguments is null ? [] : JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
}

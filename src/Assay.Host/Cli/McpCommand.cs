using System.CommandLine;
using Assay.Comparison;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Evaluation;
using Assay.Host.Mcp;
using Assay.Host.Playground;
using ModelContextProtocol.Server;

namespace Assay.Host.Cli;

/// <summary><c>assay mcp</c>: the MCP server over standard input and output. Nothing but the protocol goes to standard output; it ends when standard input does.</summary>
internal sealed class McpCommand : Command
{
    public McpCommand(Surroundings surroundings) : base("mcp", "Serves the catalogue to AI assistants, by the Model Context Protocol over standard input and output.") =>
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));

    private static async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        // A stray word would break the protocol.
        Console.SetOut(run.Surroundings.Error);
        await using var services = Services(parse, run);
        // A day that cannot be used, or a store that cannot be opened, is told now and not at the first question.
        run.Asked(services.GetRequiredService<LiveCatalog>());
        var logs = services.GetRequiredService<ILoggerFactory>();
        var options = services.GetRequiredService<McpDoor>().Options();
        await using var transport = new StdioServerTransport(options, logs);
        await using var server = McpServer.Create(transport, options, logs, services);
        await server.RunAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static ServiceProvider Services(ParseResult parse, CommandRun run)
    {
        var (around, services) = (run.Surroundings, new ServiceCollection());
        services.AddLogging(logging => logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning))
            .Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddSingleton(around.Time).AddSingleton<ICatalogSource>(_ => new Workspace(run.DataFolder, around.CatalogFolder, around.Time)).AddSingleton<LiveCatalog>().AddSingleton<ComparisonService>().AddSingleton(new Comparer()).AddSingleton(run.Settings);
        PlaygroundParts.Add(services);
        ArenaParts.Add(services);
        EvalReportParts.Add(services);
        EvalRunParts.Add(services);
        McpParts.Add(services, parse.GetValue(GlobalOptions.AsOf));
        return services.BuildServiceProvider();
    }
}

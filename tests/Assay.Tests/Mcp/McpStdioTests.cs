using System.Diagnostics;
using System.Text.Json.Nodes;
using Assay.Tests.Web;
using ModelContextProtocol.Client;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary>The program in a process of its own, spoken to over its standard input and output.</summary>
public sealed class McpStdioTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    private static string Program => Path.Combine(AppContext.BaseDirectory, "assay.dll");

    private async Task<McpClient> Start(string? version = null, params string[] more)
    {
        var transport = new StdioClientTransport(new()
        {
            Command = "dotnet", Arguments = [Program, "mcp", "--data", folder.Path, .. more], EnvironmentVariables = new Dictionary<string, string?> { ["ASSAY_CATALOG"] = Path.Combine(Folders.Repository, "catalog") },
        });
        return await McpClient.CreateAsync(transport, new() { ProtocolVersion = version, DiscoverProbeTimeout = TimeSpan.FromMinutes(1) }, cancellationToken: Stop);
    }

    [Fact]
    public async Task A_client_that_starts_the_program_gets_its_tools_and_answers()
    {
        await using var client = await Start(McpSite.WithHandshake);
        client.ServerInfo!.Name.ShouldBe("assay");
        (await client.ListToolsAsync(cancellationToken: Stop)).Count.ShouldBe(7);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.Get("show_model", new { model = i % 2 == 0 ? "openai/gpt-4o" : "google/gemma-3-12b-it" })));
        answers.Length.ShouldBe(20);
        answers[1]["model"]!["id"]!.GetValue<string>().ShouldBe("google/gemma-3-12b-it");
        (await client.Refused("show_model", new { model = "gpt-4ooo" })).ShouldContain("The nearest names");
    }

    [Fact]
    public async Task The_day_of_the_server_holds_for_calls_that_name_none()
    {
        await using var client = await Start(null, "--as-of", "2025-06-30");
        (await client.Get("cost", new { models = "openai/gpt-4o" }))["as_of"]!.GetValue<string>().ShouldBe("2025-06-30");
        (await client.Get("cost", new { models = "openai/gpt-4o", as_of = "2025-03-31" }))["as_of"]!.GetValue<string>().ShouldBe("2025-03-31");
    }

    [Fact]
    public async Task Standard_output_holds_nothing_but_the_protocol_and_the_program_ends_with_its_input()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "mcp", "--data", folder.Path]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""");
        await process.StandardInput.WriteLineAsync("this is no JSON");
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"cost","arguments":{"models":["gpt-4o"]}}}""");
        await process.StandardInput.FlushAsync(Stop);
        var lines = new List<JsonNode>();
        while (lines.All(l => l["id"]?.ToString() != "2")) lines.Add(JsonNode.Parse((await process.StandardOutput.ReadLineAsync(Stop)).ShouldNotBeNull())!);
        process.StandardInput.Close();
        (await process.StandardOutput.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(l => JsonNode.Parse(l, null, default) != null);
        await process.WaitForExitAsync(Stop);
        process.ExitCode.ShouldBe(0);
        await errors;
        lines.ShouldAllBe(l => l["jsonrpc"]!.GetValue<string>() == "2.0");
    }

    [Fact]
    public async Task A_day_that_cannot_be_used_is_told_at_once()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "mcp", "--data", folder.Path, "--as-of", "2099"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        (await process.StandardError.ReadToEndAsync(Stop)).ShouldContain("--as-of: '2099' is still to come");
        await process.WaitForExitAsync(Stop);
        process.ExitCode.ShouldBe(3);
        (await process.StandardOutput.ReadToEndAsync(Stop)).ShouldBeEmpty();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Calls;
using Assay.Tests.Calls;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol.Client;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class McpRunPromptTests : IAsyncLifetime
{
    private const string Variable = "ASSAY_TEST_KEY_OF_MCP", Key = "sk-mcp-5a7c02e1";
    private ModelServer server = null!;
    private McpSite site = null!;

    public McpRunPromptTests() => Environment.SetEnvironmentVariable(Variable, Key);

    public async ValueTask InitializeAsync() => server = await ModelServer.Start();

    public async ValueTask DisposeAsync()
    {
        if (site is not null) await site.DisposeAsync();
        await server.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="mcp">The settings under mcp.</param>
    private async Task<McpClient> Client(string mcp)
    {
        site = new(FixedClaims.Curated, services => services.RemoveAll<TimeProvider>().AddSingleton(TimeProvider.System), data => Write(data, mcp));
        return await site.Client();
    }

    private void Write(string data, string mcp) =>
        File.WriteAllText(Path.Combine(data, "assay.yaml"), $"providers:\n  openai: {{ protocol: openai-chat, base_url: {server.BaseOf("openai-chat")}, api_key_env: {Variable}, models: [gpt-4o-mini, gpt-4o, unpriced] }}\n{mcp}\n");

    [Fact]
    public async Task Where_it_is_allowed_it_is_offered_and_brings_replies_with_what_they_cost()
    {
        server.Says("gpt-4o-mini", Script.Hello);
        server.Says("gpt-4o", Script.Hello with { Pieces = [$"Your key is {Key}"] });
        var client = await Client("mcp: { run_prompt: true, max_cost_usd: 5 }");
        var tool = (await client.ListToolsAsync(cancellationToken: Stop)).Single(t => t.Name == "run_prompt").ProtocolTool;
        (tool.Annotations!.ReadOnlyHint, tool.Annotations.OpenWorldHint, tool.Annotations.DestructiveHint).ShouldBe((false, true, false));

        var turn = await client.Get("run_prompt", new { models = new[] { "openai/gpt-4o-mini", "openai/gpt-4o" }, prompt = "Hi" });
        turn["lanes"]![0]!["text"]!.GetValue<string>().ShouldBe("Hello, world");
        turn["lanes"]![0]!["cost"]!["usd"]!.GetValue<decimal>().ShouldBeGreaterThan(0);
        turn.ToJsonString().ShouldNotContain(Key);
        var kept = JsonNode.Parse(await site.Http.GetStringAsync(new Uri($"/api/v1/playground/turns/{turn["id"]}", UriKind.Relative), Stop));
        // Times are kept to the millisecond.
        turn.Remove("created");
        foreach (var lane in turn["lanes"]!.AsArray()) lane!.AsObject().Remove("total_ms");
        turn.ShouldBePartOf(kept);
        var text = (await client.Ask("run_prompt", new { models = "openai/gpt-4o", prompt = "Hi" })).Text();
        text.ShouldContain("of $5");
        text.ShouldNotContain(Key);
    }

    [Fact]
    public async Task What_may_cost_more_than_is_left_is_not_sent()
    {
        server.Says("gpt-4o", Script.Hello);
        var client = await Client("mcp: { run_prompt: true, max_cost_usd: 0.000001 }");
        var refused = await client.Refused("run_prompt", new { models = "openai/gpt-4o", prompt = "Hi" });
        refused.ShouldContain("The call may cost up to");
        server.Count("gpt-4o").ShouldBe(0);
    }

    [Fact]
    public async Task The_cap_is_over_all_calls_and_a_higher_one_in_the_settings_holds_at_once()
    {
        server.Says("gpt-4o", Script.Hello with { Usage = new() { Origin = UsageOrigin.Reported, Input = 1_000, Output = 5_000 } });
        var client = await Client("mcp: { run_prompt: true, max_cost_usd: 0.1 }");
        var sent = 0;
        for (; sent < 10 && (await client.Ask("run_prompt", new { models = "openai/gpt-4o", prompt = "Hi", max_output_tokens = 1_000 })).IsError != true; sent++) { }
        sent.ShouldBeInRange(1, 4);
        server.Count("gpt-4o").ShouldBe(sent);
        Write(site.Services.GetRequiredService<Assay.Adapters.Settings.SettingsLocation>().DataFolder, "mcp: { run_prompt: true, max_cost_usd: 1.5 }");
        (await client.Ask("run_prompt", new { models = "openai/gpt-4o", prompt = "Hi", max_output_tokens = 1_000 })).IsError.ShouldNotBe(true);
    }

    [Fact]
    public async Task A_model_whose_price_nobody_knows_is_not_called_under_a_cap()
    {
        server.Says("unpriced", Script.Hello);
        var client = await Client("mcp: { run_prompt: true }");
        (await client.Refused("run_prompt", new { models = "openai/unpriced", prompt = "Hi" })).ShouldContain("nothing is sent whose greatest cost is not known");
        server.Count("unpriced").ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"models":["openai/gpt-4o"]}""", "There is no prompt")]
    [InlineData("""{"models":["openai/gpt-4o"],"task":"sing","prompt":"x"}""", "task \"sing\" is not caption")]
    [InlineData("""{"models":["openai/gpt-4o"],"task":"ask","prompt":"x","image":"/etc/passwd"}""", "is not an address (https://…)")]
    [InlineData("""{"models":["openai/gpt-4o"],"task":"ask","prompt":"x","image":"http://127.0.0.1:1/x.png"}""", "127.0.0.1")]
    [InlineData("""{"models":["openai/gpt-4o"],"task":"ask","prompt":"x","image":"sample:nothing"}""", "There is no sample 'nothing'")]
    [InlineData("""{"models":["openai/gpt-4o"],"prompt":"x","max_output_tokens":0}""", "max_output_tokens 0 is not a whole number from 1 to 32,000")]
    public async Task What_cannot_start_says_why_and_nothing_is_sent(string arguments, string words)
    {
        var client = await Client("mcp: { run_prompt: true }");
        (await client.Refused("run_prompt", JsonNode.Parse(arguments))).ShouldContain(words);
        server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_stops_the_model()
    {
        var held = new TaskCompletionSource();
        server.Says("gpt-4o", Script.Hello with { Before = held.Task });
        var client = await Client("mcp: { run_prompt: true, max_cost_usd: 5 }");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asking = client.CallToolAsync("run_prompt", new Dictionary<string, object?> { ["models"] = new[] { "openai/gpt-4o" }, ["prompt"] = "Hi" }, cancellationToken: stop.Token);
        await server.Asked("gpt-4o");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await asking);
        string? state = null;
        for (var looks = 0; looks < 2_000 && state is null or "running"; looks++)
        {
            await Task.Delay(5, Stop);
            var turns = JsonNode.Parse(await site.Http.GetStringAsync(new Uri("/api/v1/playground/turns", UriKind.Relative), Stop))!;
            state = turns["turns"]![0]!["lanes"]![0]!["state"]!.GetValue<string>();
        }
        held.SetResult();
        state.ShouldBe("cancelled");
    }
}

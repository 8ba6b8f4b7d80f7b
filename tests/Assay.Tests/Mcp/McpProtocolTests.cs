using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Evaluation.Schemas;
using Assay.Host.Mcp;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class McpProtocolTests(CuratedMcp mcp) : IClassFixture<CuratedMcp>
{
    private static readonly string[] Tools = ["changes", "compare_models", "conflicts", "cost", "eval_report", "find_models", "run_prompt", "show_model"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tool_of_the_assembly_is_approved_here_and_offered_unless_it_is_off()
    {
        McpParts.Tools.Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(["ChangesTool", "CompareModelsTool", "ConflictsTool", "CostTool", "EvalReportTool", "FindModelsTool", "RunPromptTool", "ShowModelTool"]);
        (await mcp.Client.ListToolsAsync(cancellationToken: Stop)).Select(t => t.Name).ShouldBe(Tools.Where(t => t != "run_prompt"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(McpSite.WithHandshake)]
    [InlineData("2025-06-18")]
    [InlineData("2025-03-26")]
    [InlineData(McpSite.WithoutHandshake)]
    public async Task A_client_of_any_revision_is_told_who_answers_and_gets_an_answer(string? version)
    {
        var client = await mcp.Site.Client(version);
        client.NegotiatedProtocolVersion.ShouldBe(version ?? McpSite.WithoutHandshake);
        client.ServerInfo!.Name.ShouldBe("assay");
        client.ServerInstructions!.ShouldContain("Unknown is never");
        client.ServerCapabilities.Tools.ShouldNotBeNull();
        (await client.Get("cost", new { models = "openai/gpt-4o" }))["cost"]![0]!["model"]!.GetValue<string>().ShouldBe("openai/gpt-4o");
    }

    [Fact]
    public async Task Schemas_are_readable_small_and_say_what_each_argument_means()
    {
        var listed = await mcp.Client.ListToolsAsync(new ListToolsRequestParams(), Stop);
        JsonSerializer.SerializeToUtf8Bytes(listed, McpJsonUtilities.DefaultOptions).Length.ShouldBeLessThan(120_000);
        foreach (var tool in listed.Tools)
        {
            JsonSchema.Read(tool.InputSchema.GetRawText(), out var why).ShouldNotBeNull($"{tool.Name}: {why}");
            JsonSchema.Read(tool.OutputSchema!.Value.GetRawText(), out why).ShouldNotBeNull($"{tool.Name}: {why}");
            tool.OutputSchema.Value.GetProperty("type").GetString().ShouldBe("object");
            foreach (var argument in tool.InputSchema.GetProperty("properties").EnumerateObject()) argument.Value.GetProperty("description").GetString()!.Length.ShouldBeGreaterThan(8, $"{tool.Name} {argument.Name}");
            tool.Annotations!.ReadOnlyHint.ShouldBe(true);
            tool.Annotations.DestructiveHint.ShouldBe(false);
            tool.Annotations.OpenWorldHint.ShouldBe(false);
            tool.Title.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_tool_or_prompt_that_does_not_exist_is_an_error_that_lists_those_that_do()
    {
        (await Should.ThrowAsync<McpException>(async () => await mcp.Client.Ask("show_models"))).Message.ShouldContain("show_model");
        (await Should.ThrowAsync<McpException>(async () => await mcp.Client.GetPromptAsync("pick", cancellationToken: Stop))).Message.ShouldContain("choose_model, replace_model, defend_decision");
        (await Should.ThrowAsync<McpException>(async () => await mcp.Client.GetPromptAsync("choose_model", cancellationToken: Stop))).Message.ShouldContain("needs 'need'");
    }

    [Fact]
    public async Task Prompts_carry_what_was_typed()
    {
        (await mcp.Client.ListPromptsAsync(cancellationToken: Stop)).Select(p => p.Name).ShouldBe(["choose_model", "replace_model", "defend_decision"]);
        var told = await mcp.Client.GetPromptAsync("replace_model", new Dictionary<string, object?> { ["model"] = "gpt-4o", ["why"] = "cost" }, cancellationToken: Stop);
        var text = told.Messages.ShouldHaveSingleItem().Content.ShouldBeOfType<TextContentBlock>().Text;
        text.ShouldStartWith("We use gpt-4o and think of replacing it, because of this: cost.");
        text.ShouldContain("compare_models");
    }

    [Fact]
    public async Task Resources_are_the_methodology_models_and_comparisons()
    {
        (await mcp.Client.ListResourcesAsync(cancellationToken: Stop)).ShouldHaveSingleItem().Uri.ShouldBe("assay://methodology");
        (await mcp.Client.ListResourceTemplatesAsync(cancellationToken: Stop)).Select(t => t.UriTemplate).ShouldBe(["assay://models/{org}/{model}", "assay://compare/{a}-vs-{b}"]);
        (await Read("assay://methodology")).ShouldStartWith("# ");
        (await Read("assay://models/google/gemma-3-12b-it")).ShouldContain("google/gemma-3-12b-it, by Google");
        (await Read("assay://compare/gemma-3-12b-it-vs-gpt-4o")).ShouldContain("Verdict");
        (await Should.ThrowAsync<McpException>(() => Read("assay://models/openai/gpt-4ooo"))).Message.ShouldContain("openai/gpt-4o");
        (await Should.ThrowAsync<McpException>(() => Read("assay://prices"))).Message.ShouldContain("assay://compare/{a}-vs-{b}");
    }

    [Theory]
    [InlineData("org", "goo", "google")]
    [InlineData("model", "gemma-3-12", "gemma-3-12b-it")]
    public async Task Names_in_addresses_are_completed(string argument, string typed, string whole) =>
        (await mcp.Client.CompleteAsync(new ResourceTemplateReference { Uri = "assay://models/{org}/{model}" }, argument, typed, cancellationToken: Stop)).Completion.Values.ShouldContain(whole);

    [Fact]
    public async Task Names_in_prompts_are_completed_and_what_begins_so_goes_first()
    {
        var found = (await mcp.Client.CompleteAsync(new PromptReference { Name = "replace_model" }, "model", "openai/gpt-4o", cancellationToken: Stop)).Completion;
        found.Values[0].ShouldStartWith("openai/gpt-4o");
        found.Values.Count.ShouldBeLessThanOrEqualTo(100);
        (await mcp.Client.CompleteAsync(new PromptReference { Name = "choose_model" }, "need", "a", cancellationToken: Stop)).Completion.Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task There_are_no_sessions_to_listen_to_or_to_delete(string method)
    {
        using var reply = await mcp.Site.Http.SendAsync(new(new(method), "/mcp") { Headers = { Accept = { new("text/event-stream") } } }, Stop);
        reply.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        reply.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused_and_so_is_another_name_of_this_one()
    {
        (await Post(Ping, ("Origin", "https://evil.example"))).Status.ShouldBe(403);
        (await Post(Ping, ("Sec-Fetch-Site", "cross-site"))).Status.ShouldBe(403);
        (await Post(Ping, ("Origin", mcp.Site.Http.BaseAddress!.ToString().TrimEnd('/')))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_no_client_would_send_is_refused_in_words()
    {
        (await Post(Ping, ("MCP-Protocol-Version", "2020-01-01"))).ShouldBe(400, "2025-11-25");
        (await Post(Ping, ("MCP-Protocol-Version", McpSite.WithoutHandshake))).ShouldBe(400, "Mcp-Method");
        (await Post("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"cost"}}""", ("MCP-Protocol-Version", McpSite.WithoutHandshake), ("Mcp-Method", "tools/call"), ("Mcp-Name", "changes"))).ShouldBe(400, "Mcp-Name");
        (await Post("[" + Ping + "]")).ShouldBe(400, "JSON-RPC");
        (await Post("{")).ShouldBe(400, "JSON-RPC");
        (await Post("null")).ShouldBe(400, "JSON-RPC");
        (await Post($$$"""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"{{{new string('x', 1_100_000)}}}"}}""")).ShouldBe(413, "1,000,000");
        (await Post(Ping, ("Accept", "text/html"))).ShouldBe(406, "text/event-stream");
        using var form = await mcp.Site.Http.PostAsync("/mcp", new StringContent(Ping, Encoding.UTF8, "text/plain"), Stop);
        form.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_notification_is_taken_without_an_answer()
    {
        var (status, text) = await Post("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        status.ShouldBe(202);
        text.ShouldBeEmpty();
    }

    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";

    private async Task<Reply> Post(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (headers.All(h => h.Name != "Accept")) request.Headers.Add("Accept", "application/json, text/event-stream");
        using var reply = await mcp.Site.Http.SendAsync(request, Stop);
        return new((int)reply.StatusCode, await reply.Content.ReadAsStringAsync(Stop));
    }

    private sealed record Reply(int Status, string Text)
    {
        /// <summary>An error of JSON-RPC with these words.</summary>
        public void ShouldBe(int status, string words)
        {
            Status.ShouldBe(status, Text);
            JsonNode.Parse(Text)!["error"]!["message"]!.GetValue<string>().ShouldContain(words);
        }
    }

    private async Task<string> Read(string uri) => (await mcp.Client.ReadResourceAsync(uri, cancellationToken: Stop)).Contents.ShouldHaveSingleItem().ShouldBeOfType<TextResourceContents>().Text;
}

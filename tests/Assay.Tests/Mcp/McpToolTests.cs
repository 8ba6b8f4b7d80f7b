using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class McpToolTests(CuratedMcp mcp) : IClassFixture<CuratedMcp>
{
    private readonly McpClient client = mcp.Client;

    private async Task<JsonNode> Api(string address) => JsonNode.Parse(await mcp.Site.Http.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken))!;

    [Theory]
    [InlineData("google/gemma-3-12b-it")]
    [InlineData("openai/gpt-4o")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    public async Task A_model_is_that_of_the_api_cut_to_size(string model)
    {
        var view = await Api($"/api/v1/models/{model}");
        var brief = await client.Get("show_model", new { model });
        brief.ShouldBePartOf(view);
        brief["model"]!["id"]!.GetValue<string>().ShouldBe(model);
        brief["model"]!["specs"]!["context_window"]!["claims"]![0]!["source"]!.GetValue<string>().ShouldNotBeEmpty();
        brief["model"]!["specs"]!["context_window"]!["claims"]![0]!["as_of"]!.GetValue<string>().ShouldNotBeEmpty();
        brief["model"]!["specs"]!.AsObject().Count.ShouldBe(view["model"]!["specs"]!.AsObject().Count);
    }

    [Fact]
    public async Task The_pages_of_a_model_in_full_hold_everything_once()
    {
        var view = await Api("/api/v1/models/openai/gpt-4o");
        var (offers, results, series, pages) = (new List<string>(), 0, 0, 0);
        for (string? cursor = null; pages == 0 || cursor is not null; pages++)
        {
            var page = await client.Get("show_model", new { model = "openai/gpt-4o", detail = "full", cursor });
            offers.AddRange(page["model"]?["offers"]?.AsArray().Select(o => o!["id"]!.GetValue<string>()) ?? []);
            results += page["benchmarks"]?.AsArray().Count ?? 0;
            series += page["history"]?["series"]?.AsArray().Count ?? 0;
            cursor = page["next_cursor"]?.GetValue<string>();
            pages.ShouldBeLessThan(100);
        }
        pages.ShouldBeGreaterThan(1);
        offers.ShouldBe(view["model"]!["offers"]!.AsArray().Select(o => o!["id"]!.GetValue<string>()));
        results.ShouldBe(view["benchmarks"]!.AsArray().Count);
        series.ShouldBe(view["history"]!["series"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_comparison_is_that_of_the_api_with_the_verdict_and_every_row_of_the_scorecard()
    {
        var view = await Api("/api/v1/compare?models=gemma-3-12b-it,gpt-4-vision-preview&input_tokens=10M&output_tokens=1M");
        var brief = await client.Get("compare_models", new { models = new[] { "gemma-3-12b-it", "gpt-4-vision-preview" }, input_tokens = "10M", output_tokens = 1_000_000 });
        brief.ShouldBePartOf(view);
        brief["verdict"]!["text"]!.GetValue<string>().ShouldBe(view["verdict"]!["text"]!.GetValue<string>());
        brief["scorecard"]!.AsArray().Count.ShouldBe(view["scorecard"]!.AsArray().Count);
        brief["cost"]![0]!["lines"]![0]!["claims"]![0]!["url"].ShouldNotBeNull();
        var text = (await client.Ask("compare_models", new { models = new[] { "gemma-3-12b-it", "gpt-4-vision-preview" } })).Text();
        text.ShouldContain("Verdict");
        text.ShouldMatch(@"\[[^\]]+, \d{4}-\d{2}");
    }

    [Fact]
    public async Task The_pages_of_a_comparison_in_full_hold_every_finding_once()
    {
        var view = await Api("/api/v1/compare?models=gpt-4o,claude-sonnet-4-5,gemini-2.5-pro");
        var (texts, models) = (new List<string>(), new List<string>());
        string? cursor = null;
        do
        {
            var page = await client.Get("compare_models", new { models = "gpt-4o, claude-sonnet-4-5, gemini-2.5-pro", detail = "full", cursor });
            texts.AddRange(page["findings"]?.AsArray().Select(f => f!["text"]!.GetValue<string>()) ?? []);
            models.AddRange(page["models"]?.AsArray().Select(m => m!["id"]!.GetValue<string>()) ?? []);
            cursor = page["next_cursor"]?.GetValue<string>();
        } while (cursor is not null);
        texts.ShouldBe(view["findings"]!.AsArray().Select(f => f!["text"]!.GetValue<string>()));
        models.ShouldBe(view["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Models_are_found_by_conditions_with_a_source_for_each_figure()
    {
        var view = await Api("/api/v1/models?filter=vision,+context+%3E%3D+200K&sort=cost&page_size=10&columns=released,context_window,route_input,route_output,cost,weights,capabilities");
        var found = await client.Get("find_models", new { filter = "vision, context >= 200K", sort = "cost" });
        found["total"]!.GetValue<int>().ShouldBe(view["total"]!.GetValue<int>());
        found["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()).ShouldBe(view["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
        foreach (var model in found["models"]!.AsArray())
        {
            var context = model!["columns"]!["context_window"]!;
            context["source"]!.GetValue<string>().ShouldNotBeEmpty();
            context["as_of"]!.GetValue<string>().ShouldNotBeEmpty();
            model["columns"]!["route_input"]!["source"]!.GetValue<string>().ShouldNotBeEmpty();
        }
        found["next_cursor"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_list_goes_on_where_the_page_before_ended()
    {
        var ids = new List<string>();
        string? cursor = null;
        for (var pages = 0; pages < 4; pages++)
        {
            var page = await client.Get("find_models", new { query = "gpt", limit = 7, cursor });
            ids.AddRange(page["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
            if ((cursor = page["next_cursor"]?.GetValue<string>()) is null) break;
        }
        var view = await Api($"/api/v1/models?q=gpt&page_size={ids.Count}");
        ids.ShouldBe(view["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
        ids.Count.ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task Models_that_might_are_counted_and_listed_with_what_nobody_says()
    {
        var found = await client.Get("find_models", new { filter = "max output >= 1", might = true });
        found["listed"]!.GetValue<string>().ShouldBe("might");
        found["models"]![0]!["unknown"]![0]!["why"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Changes_and_conflicts_are_those_of_the_api()
    {
        var changes = await client.Get("changes", new { since = "2024", model = "gpt-4o", detail = "full", limit = 5 });
        changes.ShouldBePartOf(await Api("/api/v1/changes?since=2024&model=gpt-4o&page_size=5"));
        changes["changes"]!.AsArray().ShouldNotBeEmpty();
        changes["changes"]![0]!["claims"]![0]!["as_of"]!.GetValue<string>().ShouldNotBeEmpty();
        var conflicts = await client.Get("conflicts", new { limit = 3 });
        conflicts.ShouldBePartOf(await Api("/api/v1/conflicts?page_size=3"));
    }

    [Fact]
    public async Task A_bill_has_its_lines_and_every_route_where_they_are_asked_for()
    {
        var view = await Api("/api/v1/models/openai/gpt-4o?input_tokens=5M&output_tokens=1M&cached=0.3");
        var bill = await client.Get("cost", new { models = new[] { "openai/gpt-4o" }, input_tokens = "5M", output_tokens = "1M", cached = 0.3, detail = "full" });
        bill["cost"]![0].ShouldBePartOf(view["cost"]);
        bill["traffic"].ShouldBePartOf(view["traffic"]);
        bill["routes"]!.ShouldBePartOf(view["model"]!["offers"]);
    }

    [Fact]
    public async Task An_answer_as_of_a_past_day_has_no_later_source()
    {
        var then = await client.Get("show_model", new { model = "openai/gpt-4o", as_of = "2025-03" });
        then.ShouldBePartOf(await Api("/api/v1/models/openai/gpt-4o?as_of=2025-03"));
        then["provenance"]!["as_of"]!.GetValue<string>().ShouldBe("2025-03-31");
    }

    [Theory]
    [InlineData("show_model", """{"model":"gpt-4ooo"}""", "No model is called 'gpt-4ooo'. The nearest names: openai/gpt-4o")]
    [InlineData("show_model", """{"modle":"gpt-4o"}""", "'modle' is not an argument of show_model, perhaps 'model'. Allowed: model, input_tokens")]
    [InlineData("show_model", """{}""", "'model' is missing.")]
    [InlineData("show_model", """{"model":"gpt-4o","detail":"short"}""", "detail \"short\" is not brief or full.")]
    [InlineData("show_model", """{"model":"gpt-4o","cursor":"0.1"}""", "give that too")]
    [InlineData("show_model", """{"model":"gpt-4o","detail":"full","cursor":"99.1"}""", "cursor '99.1' is none that this tool gave")]
    [InlineData("show_model", """{"model":"gpt-4o","input_tokens":"lots"}""", "Input tokens 'lots' is not a whole number of 0 or more")]
    [InlineData("show_model", """{"model":"gpt-4o","as_of":"2099"}""", "as_of: '2099' is still to come")]
    [InlineData("show_model", """{"model":["gpt-4o"]}""", "is not a text")]
    [InlineData("compare_models", """{"models":["gpt-4o"]}""", "give 2 to 6")]
    [InlineData("compare_models", """{"models":["gpt-4o","gpt-4ooo","no-such-thing-at-all"]}""", "gpt-4ooo")]
    [InlineData("compare_models", """{"models":["gpt-4o","gpt-4o-mini"],"baseline":"o3"}""", "The baseline 'o3' is not one of the models compared")]
    [InlineData("compare_models", """{"models":7}""", "is not a list of texts")]
    [InlineData("cost", """{"models":[]}""", "0 models are named: give one to six.")]
    [InlineData("cost", """{"models":["gpt-4o"],"cached":"7"}""", "Cached share '7' is not a share")]
    [InlineData("find_models", """{"filter":"price~1"}""", "price~1")]
    [InlineData("find_models", """{"sort":"charm"}""", "'charm' is not a field to sort by")]
    [InlineData("find_models", """{"limit":1000}""", "limit 1000 is not a whole number from 1 to 50")]
    [InlineData("find_models", """{"cursor":"next"}""", "cursor 'next' is none that this tool gave")]
    [InlineData("changes", """{"since":"soon"}""", "since 'soon' is not a day")]
    [InlineData("changes", """{"kind":"colour"}""", "'colour' is not a kind of change")]
    [InlineData("conflicts", """{"class":"odd"}""", "'odd' is not a class of conflicts")]
    [InlineData("conflicts", """{"provider":"nobody"}""", "No provider is called 'nobody'")]
    [InlineData("eval_report", """{"run":"01kzzz"}""", "No run has the id '01kzzz'. No run is kept yet.")]
    public async Task Bad_input_is_a_tool_error_with_the_words_of_the_other_surfaces(string tool, string arguments, string words) =>
        (await client.Refused(tool, JsonNode.Parse(arguments))).ShouldContain(words, Case.Sensitive);

    [Fact]
    public async Task A_call_of_what_is_off_says_how_to_allow_it() =>
        (await client.Refused("run_prompt", new { models = new[] { "openai/gpt-4o" }, prompt = "Hi" })).ShouldContain("mcp: { run_prompt: true, max_cost_usd: 1 }");

    [Fact]
    public async Task Fifty_calls_at_once_are_answered_each_with_its_own_model()
    {
        var models = (await Api("/api/v1/models?page_size=50"))["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()).ToArray();
        var answers = await Task.WhenAll(models.Select(async m => (Asked: m, Got: await client.Ask("show_model", new { model = m }))));
        answers.Length.ShouldBe(50);
        foreach (var (asked, got) in answers) got.StructuredContent!.Value.GetProperty("model").GetProperty("id").GetString().ShouldBe(asked);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_the_next_one_is_answered()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await client.CallToolAsync("compare_models", new Dictionary<string, object?> { ["models"] = new[] { "gpt-4o", "o3" } }, cancellationToken: stop.Token));
        await client.Get("cost", new { models = "gpt-4o" });
    }
}

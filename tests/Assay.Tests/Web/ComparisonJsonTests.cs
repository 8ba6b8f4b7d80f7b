using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class ComparisonJsonTests(CuratedSite site)
{
    private const string Scenario = CuratedSite.Scenario + ".json";

    private static string[] Keys(JsonNode? node) => [.. node!.AsObject().Select(p => p.Key)];

    [Fact]
    public async Task Every_key_of_the_contract_is_there()
    {
        var json = await site.Json(Scenario);
        string[] required = ["models", "traffic", "cost", "verdict", "findings", "scorecard", "switch", "benchmarks", "faq", "continue", "provenance"];
        required.Except(Keys(json)).ShouldBeEmpty();
        ((string[])["id", "name", "specs", "capabilities", "offers"]).Except(Keys(json["models"]![0])).ShouldBeEmpty();
        ((string[])["input_tokens", "output_tokens"]).Except(Keys(json["traffic"])).ShouldBeEmpty();
        ((string[])["model", "usd_per_month", "offer", "provider", "lines"]).Except(Keys(json["cost"]![0])).ShouldBeEmpty();
        ((string[])["model", "usd_per_month", "why"]).Except(Keys(json["cost"]![1])).ShouldBeEmpty();
        ((string[])["winner", "decision", "text", "rule"]).Except(Keys(json["verdict"])).ShouldBeEmpty();
        ((string[])["rule", "section", "decision", "text", "claims"]).Except(Keys(json["findings"]![0])).ShouldBeEmpty();
        ((string[])["a_to_b", "b_to_a"]).Except(Keys(json["switch"])).ShouldBeEmpty();
        ((string[])["shared", "only_a", "only_b"]).Except(Keys(json["benchmarks"])).ShouldBeEmpty();
        ((string[])["question", "answer"]).Except(Keys(json["faq"]![0])).ShouldBeEmpty();
        ((string[])["as_of", "sources", "conflicts"]).Except(Keys(json["provenance"])).ShouldBeEmpty();
        json["traffic"]!["input_tokens"]!.GetValue<long>().ShouldBe(800_000_000);
        json["traffic"]!["output_tokens"]!.GetValue<long>().ShouldBe(250_000_000);
        json["provenance"]!["as_of"]!.GetValue<string>().ShouldBe("2026-11-21");
    }

    [Fact]
    public async Task Every_fact_has_a_state_and_every_claim_says_who_when_and_in_whose_words()
    {
        var json = await site.Json(Scenario);
        var facts = new List<JsonObject>();
        Collect(json, facts);
        facts.Count.ShouldBeGreaterThan(100);
        foreach (var fact in facts)
        {
            ((string[])["state", "value", "display", "claims"]).Except(Keys(fact)).ShouldBeEmpty(fact.ToJsonString());
            fact["state"]!.GetValue<string>().ShouldBeOneOf("known", "no", "unknown", "not_applicable", "disputed");
            fact["display"]!.GetValue<string>().ShouldNotBeEmpty();
            foreach (var claim in fact["claims"]!.AsArray()) ((string[])["source", "url", "as_of", "retrieved", "quoted", "scope", "picked"]).Except(Keys(claim)).ShouldBeEmpty();
            var picked = fact["claims"]!.AsArray().Count(c => c!["picked"]!.GetValue<bool>());
            picked.ShouldBe(fact["claims"]!.AsArray().Count == 0 ? 0 : 1, fact.ToJsonString());
        }
        facts.Select(f => f["state"]!.GetValue<string>()).Distinct().ShouldBe(["known", "no", "unknown", "disputed"], ignoreOrder: true);
    }

    private static void Collect(JsonNode? node, List<JsonObject> facts)
    {
        if (node is JsonObject o)
        {
            if (o.ContainsKey("state") && o.ContainsKey("value")) facts.Add(o);
            foreach (var (_, child) in o) Collect(child, facts);
        }
        else if (node is JsonArray a) foreach (var child in a) Collect(child, facts);
    }

    [Theory]
    [InlineData(CuratedSite.Scenario, "")]
    [InlineData(CuratedSite.Scenario, "?in=1B&out=10M&cached=0.3&batch=25%25&images=0.5&requests=2M")]
    [InlineData("/compare/gpt-4o-vs-gpt-4o-mini", "?in=5M&out=1M")]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5", "?baseline=gemini-2.5-pro")]
    public async Task Page_json_and_api_say_the_same(string address, string query)
    {
        var json = await site.Json(address + ".json" + query);
        var page = await site.Page(address + query);
        var names = string.Join(',', json["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
        var api = await site.Json($"/api/v1/compare?models={names}&{query.TrimStart('?')}");
        JsonNode.DeepEquals(json, api).ShouldBeTrue();

        var text = page.Text.Replace('\n', ' ');
        foreach (var verdict in json["verdicts"]!.AsArray()) text.ShouldContain(verdict!["text"]!.GetValue<string>());
        foreach (var cost in json["cost"]!.AsArray())
        {
            page.Section("overview").ShouldContain(cost!["display"]!.GetValue<string>());
            foreach (var line in cost["lines"]!.AsArray()) page.Section("cost").ShouldContain(line!["label"]!.GetValue<string>());
        }
        foreach (var finding in json["findings"]!.AsArray())
            text.ShouldContain(finding!["text"]!.GetValue<string>(), Case.Sensitive, finding["rule"]!.GetValue<string>());
        foreach (var row in json["scorecard"]!.AsArray())
            foreach (var cell in row!["cells"]!.AsArray()) page.Section("scorecard").ShouldContain(cell!["display"]!.GetValue<string>());
        foreach (var item in json["faq"]!.AsArray()) text.ShouldContain(item!["answer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Names_of_settings_of_page_and_api_are_both_read()
    {
        var page = await site.Json(Scenario + "?in=5M&out=1M&images=2&asof=2025-07-01");
        var api = await site.Json("/api/v1/compare?models=gemma-3-12b-it,gpt-4-vision-preview&input_tokens=5M&output_tokens=1000000&images_per_request=2&as_of=2025-07-01");
        JsonNode.DeepEquals(page, api).ShouldBeTrue();
    }

    [Fact]
    public async Task Swapping_the_two_swaps_winner_and_costs_and_nothing_else_of_them()
    {
        var ab = await site.Json("/compare/gpt-4o-vs-gpt-4o-mini.json");
        var ba = await site.Json("/compare/gpt-4o-mini-vs-gpt-4o.json");
        JsonNode.DeepEquals(ab["cost"]![0], ba["cost"]![1]).ShouldBeTrue();
        JsonNode.DeepEquals(ab["cost"]![1], ba["cost"]![0]).ShouldBeTrue();
        JsonNode.DeepEquals(ab["verdict"]!["winner_model"], ba["verdict"]!["winner_model"]).ShouldBeTrue();
        JsonNode.DeepEquals(ab["switch"]!["a_to_b"], ba["switch"]!["b_to_a"]).ShouldBeTrue();
    }

    [Fact]
    public async Task The_questions_are_marked_up_for_search_engines()
    {
        var page = await site.Page(CuratedSite.Scenario);
        var faq = page.Schema("FAQPage");
        var json = await site.Json(Scenario);
        faq["mainEntity"]!.AsArray().Select(q => q!["name"]!.GetValue<string>()).ShouldBe(json["faq"]!.AsArray().Select(q => q!["question"]!.GetValue<string>()));
        faq["mainEntity"]!.AsArray().Select(q => q!["acceptedAnswer"]!["text"]!.GetValue<string>()).ShouldBe(json["faq"]!.AsArray().Select(q => q!["answer"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_day_before_a_model_was_known_is_said_and_not_passed_over()
    {
        var page = await site.Page(CuratedSite.Scenario + "?asof=2024-01-01");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Section("overview").ShouldContain("'gemma-3-12b-it' was not known by 2024-01-01");
        page.Field("asof").ShouldBe("2024-01-01");
    }

    [Fact]
    public async Task An_earlier_day_shows_what_was_said_by_then()
    {
        var past = await site.Page("/compare/gpt-4-vision-preview-vs-gpt-4?asof=2024-01-01");
        past.Status.ShouldBe(HttpStatusCode.OK);
        past.Text.ShouldNotContain("shut down");
        past.Text.ShouldNotContain("2026-05-19");
        (await site.Json("/compare/gpt-4-vision-preview-vs-gpt-4.json?asof=2024-01-01"))["models"]![0]!["lifecycle"]!["stage"]!.GetValue<string>().ShouldNotBe("retired");
        (await site.Json("/compare/gpt-4-vision-preview-vs-gpt-4.json"))["models"]![0]!["lifecycle"]!["stage"]!.GetValue<string>().ShouldBe("retired");
        (await site.Page("/compare/gpt-4-vision-preview-vs-gpt-4")).Section("overview").ShouldContain("was shut down on 2024-12-06");
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class ModelListTests(CuratedSite site)
{
    private async Task<JsonArray> Find(string query) => (await site.Json("/models.json?page_size=10000&" + query))["models"]!.AsArray();

    private static decimal? Number(JsonNode? item, string key) => item![key] is { } value ? value.GetValue<decimal>() : null;

    [Fact]
    public async Task Words_are_found_in_names_ids_makers_and_aliases()
    {
        (await Find("q=gemma 3 12b")).Select(m => m!["id"]!.GetValue<string>()).ShouldContain("google/gemma-3-12b-it");
        (await Find("q=GPT-4V")).Select(m => m!["id"]!.GetValue<string>()).ShouldContain("openai/gpt-4-vision-preview");
        (await Find("q=nothing-is-called-this")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Conditions_hold_for_every_model_listed()
    {
        (await Find("filter=org%3Dgoogle")).ShouldAllBe(m => m!["organization"]!.GetValue<string>() == "google");
        (await Find("filter=context%3E%3D1M")).ShouldAllBe(m => Number(m, "context_window") >= 1_000_000);
        (await Find("filter=price%3C0.1")).ShouldAllBe(m => Number(m, "input_price") < 0.1m);
        (await Find("filter=vision%3Dyes weights%3Dopen")).ShouldAllBe(m => m!["weights"]!.GetValue<string>() == "open" && m["capabilities"]!.AsArray().Any(c => c!.GetValue<string>() == "vision"));
        (await Find("filter=released%3E%3D2026")).ShouldAllBe(m => string.CompareOrdinal(m!["released"]!.GetValue<string>(), "2026") >= 0);
        (await Find("filter=lifecycle%3Dretired")).Select(m => m!["id"]!.GetValue<string>()).ShouldContain("openai/gpt-4-vision-preview");
    }

    [Fact]
    public async Task What_is_unknown_meets_no_condition_either_way()
    {
        var all = (await Find("")).Count;
        var known = (await Find("filter=context%3E%3D0")).Count;
        var above = (await Find("filter=context%3E128K")).Count;
        var notAbove = (await Find("filter=context%3C%3D128K")).Count;
        (above + notAbove).ShouldBe(known);
        known.ShouldBeLessThanOrEqualTo(all);
    }

    [Theory]
    [InlineData("context", "context_window")]
    [InlineData("price", "input_price")]
    [InlineData("cost", "usd_per_month")]
    [InlineData("routes", "routes")]
    [InlineData("output", "max_output")]
    public async Task Sorting_goes_both_ways_and_unknown_is_last_in_both(string field, string key)
    {
        foreach (var sort in (string[])[field, "-" + field])
        {
            var values = (await Find("sort=" + sort)).Select(m => Number(m, key)).ToArray();
            values.SkipWhile(v => v is not null).ShouldAllBe(v => v == null, sort);
            var known = values.OfType<decimal>().ToArray();
            known.ShouldBe(sort == field ? [.. known.Order()] : [.. known.OrderDescending()]);
        }
    }

    [Theory]
    [InlineData("filter=colour%3Dred", "'colour' is not a field to filter by")]
    [InlineData("filter=context%3Elots", "'lots'")]
    [InlineData("filter=vision", "'vision' is not a condition")]
    [InlineData("filter=released%3E%3Dsoon", "'soon'")]
    [InlineData("filter=org%3Egoogle", "'>' says nothing of it")]
    [InlineData("sort=beauty", "'beauty' is not a field to sort by")]
    public async Task A_bad_filter_or_sort_is_named_and_the_list_is_still_there(string query, string sentence)
    {
        var page = await site.Page("/models?" + query);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
        page.Links.Count(l => l.StartsWith("/models/", StringComparison.Ordinal)).ShouldBe(50);
        using var reply = await site.Client.GetAsync(new Uri("/api/v1/models?" + query, UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>().ShouldContain(sentence);
    }

    [Fact]
    public async Task What_was_typed_is_kept()
    {
        var page = await site.Page("/models?q=gem&filter=context%3Elots");
        page.Field("q").ShouldBe("gem");
        page.Field("filter").ShouldBe("context>lots");
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_model_once()
    {
        var seen = new List<string>();
        for (var page = 1; ; page++)
        {
            var list = await site.Json($"/api/v1/models?page_size=50&page={page}");
            var ids = list["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()).ToArray();
            if (ids.Length == 0) break;
            seen.AddRange(ids);
            list["total"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(seen.Count);
        }
        seen.ShouldBeUnique();
        seen.Count.ShouldBe((await site.Json("/api/v1/models"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_second_page_is_reached_by_its_link_and_shows_other_models()
    {
        var first = await site.Page("/models?filter=context%3E0");
        var next = first.Links.Single(l => l.Contains("page=2", StringComparison.Ordinal));
        var second = await site.Page(next);
        second.Status.ShouldBe(HttpStatusCode.OK);
        string[] Models(Page page) => [.. page.Links.Where(l => l.StartsWith("/models/", StringComparison.Ordinal))];
        Models(second).Intersect(Models(first)).ShouldBeEmpty();
        Models(second).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_list_without_a_model_says_what_to_do()
    {
        var page = await site.Page("/models?q=nothing-is-called-this");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("No model meets this");
    }
}

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
        (await Find("filter=by google")).ShouldAllBe(m => m!["organization"]!.GetValue<string>() == "google");
        (await Find("filter=context%3E%3D1M")).ShouldAllBe(m => Number(m, "context_window") >= 1_000_000);
        (await Find("filter=route input%3C0.1")).ShouldAllBe(m => Number(m, "input_price") < 0.1m);
        (await Find("filter=vision%3Dyes weights%3Dopen")).ShouldAllBe(m => m!["weights"]!.GetValue<string>() == "open" && m["capabilities"]!.AsArray().Any(c => c!.GetValue<string>() == "vision"));
        (await Find("filter=released%3E%3D2026")).ShouldAllBe(m => string.CompareOrdinal(m!["released"]!.GetValue<string>(), "2026") >= 0);
        (await Find("filter=lifecycle%3Dretired")).Select(m => m!["id"]!.GetValue<string>()).ShouldContain("openai/gpt-4-vision-preview");
    }

    [Fact]
    public async Task What_is_unknown_meets_no_condition_either_way_and_is_counted_apart()
    {
        var all = (await site.Json("/api/v1/models"))["total"]!.GetValue<int>();
        var above = await site.Json("/api/v1/models?filter=context%3E128K");
        var notAbove = await site.Json("/api/v1/models?filter=context%3C%3D128K");
        var might = above["might_total"]!.GetValue<int>();
        might.ShouldBe(notAbove["might_total"]!.GetValue<int>());
        // To a model of this machine a context window does not apply: it is neither above, nor not above, nor unknown.
        (above["total"]!.GetValue<int>() + notAbove["total"]!.GetValue<int>() + might + Assay.Adapters.Engines.LocalModel.All.Count).ShouldBe(all);
    }

    [Theory]
    [InlineData("cost < 100000")]
    [InlineData("output <= 1000")]
    [InlineData("free tier")]
    [InlineData("context >= 1")]
    [InlineData("reasoning")]
    [InlineData("function calling")]
    public async Task Models_of_this_machine_neither_meet_nor_might_meet_what_is_asked_of_prices_tokens_and_tools(string filter)
    {
        foreach (var listed in (string[])["", "&might=1"])
        {
            var found = await site.Json($"/models.json?filter={Uri.EscapeDataString(filter)}{listed}");
            found["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()).ShouldNotContain("google/efficientdet-lite0");
        }
        (await Find("filter=" + Uri.EscapeDataString("task detect"))).Select(m => m!["id"]!.GetValue<string>()).ShouldContain("google/efficientdet-lite0");
    }

    [Fact]
    public async Task Those_that_might_meet_a_filter_are_listed_with_what_nobody_says()
    {
        var list = await site.Json("/models.json?filter=vision, context >= 128K&might=1");
        list["listed"]!.GetValue<string>().ShouldBe("might");
        var models = list["models"]!.AsArray();
        models.Count.ShouldBe(list["might_total"]!.GetValue<int>());
        models.ShouldAllBe(m => m!["unknown"]!.AsArray().Count > 0);
        var page = await site.Page("/models?filter=vision, context >= 128K");
        page.Links.ShouldContain(l => l.Contains("might=1", StringComparison.Ordinal));
        (await site.Page("/models?filter=vision, context >= 128K&might=1")).Text.ShouldContain("Nobody says");
    }

    [Fact]
    public async Task Cost_is_that_at_the_traffic_asked_for()
    {
        var small = (await Find("q=gemma-3-12b-it&in=1M&out=1M"))[0]!;
        var large = (await Find("q=gemma-3-12b-it&in=2M&out=2M"))[0]!;
        Number(large, "usd_per_month").ShouldBe(2 * Number(small, "usd_per_month"));
        (await site.Page("/models?in=2M&out=2M")).Text.ShouldContain("Your traffic: 2M input and 2M output tokens a month");
    }

    [Fact]
    public async Task Columns_are_those_asked_for_on_the_page_in_JSON_and_in_CSV()
    {
        var item = (await Find("q=gemma-3-12b-it&columns=knowledge_cutoff,max output,vision"))[0]!;
        item["columns"]!.AsObject().Select(c => c.Key).ShouldBe(["knowledge_cutoff", "max_output", "vision"]);
        item["columns"]!["vision"]!["value"]!.GetValue<string>().ShouldBe("yes");
        (await site.Page("/models?columns=knowledge_cutoff,vision")).Text.ShouldContain("Model | Cutoff | Vision");
        using var reply = await site.Client.GetAsync(new Uri("/models.csv?q=gemma&columns=vision,cost", UriKind.Relative));
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await reply.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("id,name,maker,answer,vision,cost,unknown");
        lines.Length.ShouldBe((await Find("q=gemma")).Count + 1);
    }

    [Fact]
    public async Task What_the_form_sends_becomes_a_short_address()
    {
        async Task<string?> Sent(string query)
        {
            using var reply = await site.Plain.GetAsync(new Uri("/models?form=1&" + query, UriKind.Relative));
            reply.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return Uri.UnescapeDataString(reply.Headers.Location!.ToString());
        }
        (await Sent("filter=&q=&sort=&add=&in=800M&out=250M&requests=1M&cached=0&batch=0&images=0&asof=")).ShouldBe("/models");
        (await Sent("filter=cost < $5&add=vision&add=&add=context >= 200K")).ShouldBe("/models?filter=cost < $5, vision, context >= 200K");
        // Ticked when the page was shown, and unticked since; the text is somebody's own and stays.
        (await Sent("filter=vision, cost < $5&on=vision")).ShouldBe("/models?filter=cost < $5");
        (await Sent("filter=vision, cost < $5&on=")).ShouldBe("/models?filter=vision, cost < $5");
        (await Sent("filter=vision and open weights, context >= lots&on=&add=reasoning")).ShouldBe("/models?filter=vision and open weights, context >= lots, reasoning");
        (await Sent("col=cost&col=released&sort=-released&in=5M")).ShouldBe("/models?sort=-released&columns=cost,released&in=5M");
        (await Sent("columns=released,cost,vision&col=cost&col=routes&col=released")).ShouldBe("/models?columns=released,cost,routes");
        (await Sent("m=gpt-4o&m=gpt-4o-mini&go=compare&in=5M")).ShouldBe("/compare?m=gpt-4o&m=gpt-4o-mini&in=5M");
        (await Sent("m=gpt-4o&go=compare")).ShouldBe("/models?m=gpt-4o");
        (await Sent("against=mmlu&against_usual=mmlu")).ShouldBe("/models");
        (await Sent("against=gpqa&against_usual=mmlu")).ShouldBe("/models?against=gpqa");
    }

    [Fact]
    public async Task Picks_are_kept_by_the_address_also_where_the_filter_leaves_them_out()
    {
        var page = await site.Page("/models?q=claude&m=gpt-4o");
        page.Html.ShouldContain("value=\"gpt-4o\" form=\"finder\" checked");
        page.Text.ShouldContain("1 model picked of two to six");
        var many = await site.Page("/models?" + string.Join('&', Enumerable.Range(1, 7).Select(i => $"m=m{i}")));
        many.Text.ShouldContain("7 models are picked, and at most 6 can be compared: untick 1");
    }

    [Fact]
    public async Task The_front_of_cost_against_a_benchmark_has_its_table_and_its_twin()
    {
        var front = (await site.Json("/models.json?against=mmlu-pro"))["front"]!;
        var points = front["points"]!.AsArray();
        points.Count.ShouldBeGreaterThan(1);
        points.Count(p => p!["on_front"]!.GetValue<bool>()).ShouldBeGreaterThan(0);
        var page = await site.Page("/models?against=" + front["variant"]!.GetValue<string>());
        page.Html.ShouldContain("<svg class=\"chart scatter\"");
        page.Ids.ShouldContain($"ef{points.Count - 1}");
        page.Links.Count(l => l.StartsWith("#ef", StringComparison.Ordinal)).ShouldBe(points.Count);
        (await site.Json("/api/v1/models"))["front"].ShouldBeNull();
    }

    [Theory]
    [InlineData("context", "context_window")]
    [InlineData("route_input", "input_price")]
    [InlineData("cost", "usd_per_month")]
    [InlineData("max output", "max_output")]
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
    [InlineData("filter=colour%3Dred", "'colour' is not a field to ask about")]
    [InlineData("filter=context%3Elots", "'lots'")]
    [InlineData("filter=released%3E%3Dsoon", "'soon'")]
    [InlineData("filter=org%3Egoogle", "'>' says nothing of it")]
    [InlineData("sort=beauty", "'beauty' is not a field to sort by")]
    [InlineData("sort=vision", "'vision' is not a field to sort by")]
    [InlineData("columns=beauty", "'beauty' is not a column")]
    [InlineData("against=beauty", "'beauty' is not a benchmark")]
    [InlineData("in=lots", "Input tokens 'lots'")]
    public async Task A_bad_filter_or_sort_is_named_and_the_list_is_still_there(string query, string sentence)
    {
        var page = await site.Page("/models?" + query);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
        page.Links.Count(l => l.StartsWith("/models/", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(50);
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
        // The chart below the list is of all pages.
        string[] Models(Page page) => [.. (page with { Html = page.Html[..page.Html.IndexOf("<section id=\"front\"", StringComparison.Ordinal)] }).Links.Where(l => l.StartsWith("/models/", StringComparison.Ordinal))];
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

    [Fact]
    public async Task A_filter_that_nothing_meets_says_which_part_leaves_out_most()
    {
        var page = await site.Page("/models?filter=by google, released < 1990, context >= 1K");
        page.Text.ShouldContain("Without released < 1990");
    }
}

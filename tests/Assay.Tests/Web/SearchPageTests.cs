using System.Net;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class SearchPageTests(CuratedSite site)
{
    private static string Of(string query) => "/search?q=" + Uri.EscapeDataString(query);

    [Theory]
    [InlineData("gemma-3-12b-it", "/models/google/gemma-3-12b-it")]
    [InlineData("gpt 4o", "/models/openai/gpt-4o")]
    [InlineData("openai/gpt-4o", "/models/openai/gpt-4o")]
    [InlineData("SWE-bench Verified", "/benchmarks/swe-bench-verified")]
    [InlineData("Azure", "/providers/azure")]
    [InlineData("gemma-3-12b-it vs gpt-4-vision-preview", CuratedSite.Scenario)]
    [InlineData("compare gpt-4o, gemini 2.5 pro and claude-sonnet-4-5", "/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    [InlineData("what is being retired", "/lifecycle")]
    [InlineData("what changed for gpt-4o", "/changes?since=2000&model=openai%2Fgpt-4o")]
    [InlineData("price history of gpt-4o", "/models/openai/gpt-4o#history")]
    [InlineData("methodology", "/methodology")]
    public async Task One_meaning_leads_straight_on(string query, string path)
    {
        using var reply = await site.Plain.GetAsync(new Uri(Of(query), UriKind.Relative), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        reply.Headers.Location!.OriginalString.ShouldBe(path);
        if (path.Contains('#', StringComparison.Ordinal)) return;
        (await site.Page(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_name_that_is_a_maker_and_a_provider_leaves_the_choice()
    {
        var page = await site.Page(Of("openai"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Links.ShouldContain("/providers/openai");
        page.Links.ShouldContain("/models?filter=maker%20%3D%20openai");
        (await site.Page("/models?filter=maker%20%3D%20openai")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Plain_words_are_shown_as_they_were_read_with_the_models_that_meet_them()
    {
        var page = await site.Page(Of("lovely vision models under $1 with 200k context"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Read as: vision, input price < $1, context window >= 200K");
        page.Text.ShouldContain("Not understood, and left out: “lovely”.");
        var list = page.Links.Single(l => l.StartsWith("/models?filter=", StringComparison.Ordinal));
        var json = await site.Json("/search.json?q=" + Uri.EscapeDataString("vision models under $1 with 200k context"));
        var read = json["read_as"].ShouldNotBeNull();
        read["path"]!.GetValue<string>().ShouldBe(list);
        var asked = await site.Json(list.Replace("/models?", "/models.json?", StringComparison.Ordinal));
        asked["total"]!.GetValue<int>().ShouldBe(read["total"]!.GetValue<int>());
        asked["might_total"]!.GetValue<int>().ShouldBe(read["might"]!.GetValue<int>());
        read["models"]!.AsArray().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_open_side_of_a_comparison_offers_choices_that_keep_the_rest()
    {
        var page = await site.Page(Of("gpt-4o vs claude"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("‘claude’ may be:");
        var first = page.Links.First(l => l.StartsWith("/compare/gpt-4o-vs-claude", StringComparison.Ordinal));
        (await site.Page(first)).Status.ShouldBe(HttpStatusCode.OK);
        var both = await site.Page(Of("gemini vs claude"));
        both.Links.First(l => l.StartsWith("/search?q=", StringComparison.Ordinal)).ShouldEndWith("%20vs%20claude");
    }

    [Theory]
    [InlineData("gpt-4o vs gpt-4o", "is named twice")]
    [InlineData("gpt-4o vs", "Only 'gpt-4o' is named: name at least 2 models")]
    [InlineData("gpt-4o vs qqqqqqqqq", "No model is called 'qqqqqqqqq'")]
    public async Task A_comparison_that_cannot_be_made_says_why(string query, string why) => (await site.Page(Of(query))).Text.ShouldContain(why);

    [Fact]
    public async Task Nothing_alike_says_what_would_help_and_near_names_are_offered()
    {
        (await site.Page(Of("qqqqqqqqqqqqqq"))).Text.ShouldContain("Nothing here is called “qqqqqqqqqqqqqq”");
        (await site.Page(Of("gemni-2.5-pro"))).Links.ShouldContain("/models/google/gemini-2.5-pro");
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_everywhere_with_the_limit()
    {
        var line = new string('x', 301);
        var page = await site.Page(Of(line));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("The search has 301 characters: write at most 300.");
        foreach (var address in (string[])["/search.json?q=", "/api/v1/search?q="])
        {
            using var reply = await site.Client.GetAsync(new Uri(address + line, UriKind.Relative), TestContext.Current.CancellationToken);
            reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' or 1=1 --")]
    public async Task Hostile_lines_are_shown_as_text(string query)
    {
        var page = await site.Page(Of(query));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldNotContain("<script>alert");
        page.Html.ShouldNotContain("<img src=x");
    }

    [Fact]
    public async Task Suggestions_have_kind_title_detail_and_path()
    {
        var json = await site.Json("/api/v1/search?q=gemma%203%2012");
        var first = json["suggestions"]![0]!;
        first["kind"]!.GetValue<string>().ShouldBe("model");
        first["group"]!.GetValue<string>().ShouldBe("Models");
        first["title"]!.GetValue<string>().ShouldStartWith("Gemma 3 12B");
        first["path"]!.GetValue<string>().ShouldStartWith("/models/google/gemma-3-12b");
        json["suggestions"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(10);
        (await site.Json("/api/v1/search?q="))["suggestions"]!.AsArray().Count.ShouldBe(0);
        var pair = await site.Json("/api/v1/search?q=" + Uri.EscapeDataString("gpt-4o vs cla"));
        pair["suggestions"]![0]!["kind"]!.GetValue<string>().ShouldBe("comparison");
        pair["suggestions"]![0]!["path"]!.GetValue<string>().ShouldStartWith("/compare/gpt-4o-vs-cla");
        var question = await site.Json("/api/v1/search?q=" + Uri.EscapeDataString("open weights with tools"));
        question["suggestions"]![0]!["title"]!.GetValue<string>().ShouldBe("Read as: weights = open, function calling");
    }

    [Fact]
    public async Task Groups_of_suggestions_are_not_torn_apart()
    {
        foreach (var query in (string[])["g", "gpt", "open", "mistral", "claude vs", "vision", "a", "4"])
        {
            var groups = (await site.Json("/api/v1/search?q=" + Uri.EscapeDataString(query)))["suggestions"]!.AsArray().Select(s => s!["group"]!.GetValue<string>()).ToArray();
            groups.Where((g, i) => i == 0 || g != groups[i - 1]).ShouldBeUnique(query);
        }
    }

    [Fact]
    public async Task A_past_day_is_kept_on_the_way()
    {
        using var reply = await site.Plain.GetAsync(new Uri("/search?q=gpt-4o&asof=2026-01-15", UriKind.Relative), TestContext.Current.CancellationToken);
        reply.Headers.Location!.OriginalString.ShouldBe("/models/openai/gpt-4o?asof=2026-01-15");
    }

    [Theory]
    [InlineData("/models")]
    [InlineData("/methodology")]
    [InlineData("/nothing/here")]
    public async Task Every_page_has_the_box_and_it_works_without_scripts(string address)
    {
        var page = await site.Page(address);
        page.Html.ShouldContain("<form class=\"search\" role=\"search\" aria-label=\"Search the site\" method=\"get\" action=\"/search\">");
        page.Html.ShouldContain("maxlength=\"300\"");
    }
}

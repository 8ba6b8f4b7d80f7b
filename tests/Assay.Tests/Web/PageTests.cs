using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class PageTests(CuratedSite site)
{
    public static TheoryData<string> Pages => [.. CuratedSite.Pages];

    [Theory]
    [InlineData("/", "Assay: compare AI models on evidence")]
    [InlineData("/models", "Models · Assay")]
    [InlineData("/compare", "Compare models · Assay")]
    [InlineData(CuratedSite.Scenario, "Gemma 3 12B Instruct vs GPT-4 Vision Preview · Assay")]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5", "GPT-4o vs Gemini 2.5 Pro vs Claude Sonnet 4.5 · Assay")]
    [InlineData("/models/google/gemma-3-12b-it", "Gemma 3 12B Instruct · Assay")]
    [InlineData("/providers/azure", "Azure · Assay")]
    [InlineData("/conflicts", "Where sources disagree · Assay")]
    [InlineData("/methodology", "Methodology · Assay")]
    [InlineData("/benchmarks", "Benchmarks · Assay")]
    [InlineData("/benchmarks/swe-bench-verified", "SWE-bench Verified · Assay")]
    public async Task Every_page_answers_with_its_title(string address, string title)
    {
        var page = await site.Page(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldStartWith(title.Replace(" · Assay", "", StringComparison.Ordinal));
        page.Title.ShouldContain("Assay");
        Regex.Count(page.Html, "<h1[ >]").ShouldBe(1);
    }

    [Theory]
    [InlineData("/models")]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    [InlineData("/models/google/gemma-3-12b-it")]
    [InlineData("/providers/azure")]
    [InlineData("/benchmarks")]
    [InlineData("/benchmarks/swe-bench-verified")]
    [InlineData("/conflicts")]
    public async Task Every_page_with_data_names_its_json_twin_which_answers(string address)
    {
        var page = await site.Page(address + "?in=1M");
        var twin = Regex.Match(page.Html, "<link rel=\"alternate\" type=\"application/json\" href=\"([^\"]*)\"").Groups[1].Value;
        twin.ShouldBe(address + ".json?in=1M");
        using var reply = await site.Client.GetAsync(new Uri(twin, UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_loaded_from_another_host(string address)
    {
        var page = await site.Page(address);
        page.Loads.ShouldNotBeEmpty();
        page.Loads.ShouldAllBe(a => a.Length == 0 || (a.StartsWith('/') && !a.StartsWith("//", StringComparison.Ordinal)));
        Regex.Count(page.Html, "<(object|embed|video|audio)\\b").ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_to_other_hosts_are_evidence_and_pass_on_no_rank(string address)
    {
        var page = await site.Page(address);
        foreach (Match link in Regex.Matches(page.Html, "<a\\b[^>]*href=\"https?:[^>]*>"))
            link.Value.ShouldContain("rel=\"nofollow noopener\"");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_within_a_page_has_its_target(string address)
    {
        var page = await site.Page(address);
        var ids = page.Ids;
        page.Links.Where(l => l.StartsWith('#')).Select(l => l[1..]).Where(l => !ids.Contains(l)).ShouldBeEmpty();
        foreach (Match number in Regex.Matches(page.Html, "data-e=\"([^\"]*)\"")) ids.ShouldContain("e" + number.Groups[1].Value);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_id_is_given_twice(string address)
    {
        var page = await site.Page(address);
        Regex.Matches(page.Html, "\\bid=\"([^\"]*)\"").Select(m => m.Groups[1].Value).GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_link_within_the_site_answers()
    {
        var tried = new Dictionary<string, HttpStatusCode>();
        foreach (var address in CuratedSite.Pages)
        {
            var page = await site.Page(address);
            foreach (var link in page.Links.Concat(page.Loads).Where(l => l.Length > 0 && !l.StartsWith('#') && !l.Contains("://", StringComparison.Ordinal)))
            {
                var target = link.StartsWith('?') ? address + link : link;
                var whole = target.Split('#')[0];
                if (tried.ContainsKey(whole)) continue;
                using var reply = await site.Client.GetAsync(new Uri(whole, UriKind.Relative));
                tried[whole] = reply.StatusCode;
            }
        }
        tried.Count.ShouldBeGreaterThan(100);
        tried.Where(t => (int)t.Value >= 400).Select(t => $"{t.Key}: {t.Value}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_model_page_and_every_provider_page_answers()
    {
        var models = (await site.Json("/models.json?page_size=10000"))["models"]!.AsArray();
        var providers = new HashSet<string>();
        foreach (var id in models.Select(m => m!["id"]!.GetValue<string>()))
        {
            var page = await site.Page("/models/" + id);
            page.Status.ShouldBe(HttpStatusCode.OK, id);
            providers.UnionWith(page.Links.Where(l => l.StartsWith("/providers/", StringComparison.Ordinal)));
        }
        models.Count.ShouldBeGreaterThan(100);
        foreach (var provider in providers) (await site.Page(provider)).Status.ShouldBe(HttpStatusCode.OK, provider);
    }

    [Fact]
    public async Task The_page_about_nothing_says_so_and_names_what_is_near()
    {
        var page = await site.Page("/models/google/gemma-3-12b-itt");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("There is no such page");
        page.Links.ShouldContain("/models/google/gemma-3-12b-it");
        (await site.Page("/nothing/at/all")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Page("/providers/nobody")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

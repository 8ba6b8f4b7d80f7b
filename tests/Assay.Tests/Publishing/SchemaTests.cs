using System.Text.Json.Nodes;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class SchemaTests(PublishedSite site)
{
    private readonly HttpClient client = site.Client;

    private Task<Page> Page(string address) => Web.Page.Get(client, address);

    private static IEnumerable<string> Texts(JsonNode? node, string name) => node switch
    {
        JsonObject o => o.Where(p => p.Key == name && p.Value is JsonValue).Select(p => p.Value!.GetValue<string>()).Concat(o.SelectMany(p => Texts(p.Value, name))),
        JsonArray a => a.SelectMany(n => Texts(n, name)),
        _ => [],
    };

    [Theory]
    [InlineData(CuratedSite.Scenario, "FAQPage BreadcrumbList Dataset")]
    [InlineData("/models/openai/gpt-4o", "BreadcrumbList Dataset")]
    [InlineData("/benchmarks/swe-bench-verified", "BreadcrumbList Dataset")]
    [InlineData("/providers/azure", "BreadcrumbList")]
    [InlineData("/", "WebSite")]
    [InlineData("/methodology", "")]
    public async Task A_page_says_what_it_is(string address, string types) =>
        string.Join(' ', (await Page(address)).Schemas.Select(s => s["@type"]!.GetValue<string>())).ShouldBe(types);

    [Theory]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    public async Task Every_question_and_answer_stands_on_the_page(string address)
    {
        var page = await Page(address);
        var questions = page.Schema("FAQPage")["mainEntity"]!.AsArray();
        questions.Count.ShouldBeGreaterThan(3);
        var shown = page.Section("faq");
        foreach (var question in questions)
        {
            shown.ShouldContain(question!["name"]!.GetValue<string>());
            shown.ShouldContain(question["acceptedAnswer"]!["text"]!.GetValue<string>());
        }
        shown.Count(c => c == '?').ShouldBe(questions.Count);
    }

    [Theory]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/models/openai/gpt-4o")]
    public async Task A_dataset_says_nothing_that_the_page_lacks(string address)
    {
        var page = await Page(address);
        var data = page.Schema("Dataset");
        data["url"]!.GetValue<string>().ShouldBe(page.Canonical);
        data["dateModified"]!.GetValue<string>().ShouldBe("2026-11-21");
        data["description"]!.GetValue<string>().Length.ShouldBeInRange(50, 5000);
        data["license"].ShouldBeNull("nobody gave one");
        Texts(new JsonArray([.. page.Schemas.Select(s => s.DeepClone())]), "aggregateRating").ShouldBeEmpty();
        var twin = data["distribution"]![0]!["contentUrl"]!.GetValue<string>();
        (await client.GetAsync(new Uri(new Uri(twin).AbsolutePath, UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue(twin);
        var links = page.Links.ToHashSet(StringComparer.Ordinal);
        foreach (var source in data["isBasedOn"]!.AsArray())
        {
            links.ShouldContain(source!["url"]!.GetValue<string>());
            page.Text.ShouldContain(source["name"]!.GetValue<string>());
        }
        foreach (var model in data["about"]!.AsArray())
        {
            page.Text.ShouldContain(model!["name"]!.GetValue<string>());
            if (model["datePublished"] is { } released) page.Text.ShouldContain(released.GetValue<string>());
        }
    }

    [Theory]
    [InlineData(CuratedSite.Scenario, "Compare")]
    [InlineData("/models/openai/gpt-4o", "Models")]
    [InlineData("/benchmarks/swe-bench-verified", "Benchmarks")]
    public async Task The_way_to_a_page_begins_at_the_start_and_ends_at_it(string address, string between)
    {
        var page = await Page(address);
        var crumbs = page.Schema("BreadcrumbList")["itemListElement"]!.AsArray();
        crumbs.Select(c => c!["position"]!.GetValue<int>()).ShouldBe([1, 2, 3]);
        crumbs[0]!["item"]!.GetValue<string>().ShouldBe(PublishedSite.Root + "/");
        crumbs[1]!["name"]!.GetValue<string>().ShouldBe(between);
        crumbs[2]!["item"]!.GetValue<string>().ShouldBe(page.Canonical);
    }

    [Fact]
    public async Task Addresses_are_whole()
    {
        foreach (var address in CuratedSite.Pages)
            foreach (var schema in (await Page(address)).Schemas)
                foreach (var name in (string[])["url", "item", "contentUrl"])
                    Texts(schema, name).ShouldAllBe(u => u.StartsWith("https://", StringComparison.Ordinal) || u.StartsWith("http://", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_search_that_the_start_page_names_finds()
    {
        var search = (await Page("/")).Schema("WebSite")["potentialAction"]!;
        search["query-input"]!.GetValue<string>().ShouldBe("required name=search_term_string");
        var found = new Uri(search["target"]!["urlTemplate"]!.GetValue<string>().Replace("{search_term_string}", "gemma", StringComparison.Ordinal));
        (await Page(found.PathAndQuery)).Text.ShouldContain("Gemma 3 12B Instruct");
    }
}

using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class PageHeadTests(PublishedSite site)
{
    private readonly HttpClient client = site.Client;

    public static TheoryData<string> Pages => [.. CuratedSite.Pages];

    private Task<Page> Page(string address) => Web.Page.Get(client, address);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_a_title_and_says_what_it_shows_or_that_it_is_nobodys_business(string address)
    {
        var page = await Page(address);
        page.Title.ShouldNotBeEmpty();
        page.Html[..page.Html.IndexOf("</head>", StringComparison.Ordinal)].Split("<title>").Length.ShouldBe(2);
        if (page.Meta("robots") == "noindex")
        {
            page.Canonical.ShouldBeNull();
            page.Meta("og:image").ShouldBeNull();
            return;
        }
        page.Meta("description").ShouldNotBeNull().Length.ShouldBeInRange(50, 160);
        page.Canonical.ShouldNotBeNull().ShouldStartWith(PublishedSite.Root + "/");
        page.Canonical.ShouldNotContain("?");
        foreach (var name in (string[])["og:url", "og:image"]) page.Meta(name).ShouldNotBeNull().ShouldStartWith(PublishedSite.Root + "/");
        page.Meta("og:image:width").ShouldBe("1200");
        page.Meta("og:image:height").ShouldBe("630");
        page.Meta("og:image:alt").ShouldNotBeNullOrWhiteSpace();
        page.Meta("twitter:card").ShouldBe("summary_large_image");
    }

    [Theory]
    [InlineData("/", "https://models.example.org/")]
    [InlineData("/compare/gpt-4o-vs-gpt-4o-mini?in=5M&out=1M&diff=1", "https://models.example.org/compare/gpt-4o-vs-gpt-4o-mini")]
    [InlineData("/compare/gpt-4o-mini-vs-gpt-4o", "https://models.example.org/compare/gpt-4o-vs-gpt-4o-mini")]
    [InlineData("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5", "https://models.example.org/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")]
    [InlineData("/models/openai/gpt-4o?in=1M", "https://models.example.org/models/openai/gpt-4o")]
    [InlineData("/models?filter=vision&sort=cost", "https://models.example.org/models")]
    [InlineData("/changes?since=2026&page=2", "https://models.example.org/changes")]
    [InlineData("/providers/azure?page=1", "https://models.example.org/providers/azure")]
    public async Task A_page_is_known_by_one_address(string asked, string canonical) => (await Page(asked)).Canonical.ShouldBe(canonical);

    [Theory]
    [InlineData("/?asof=2026-06-01")]
    [InlineData("/compare/gpt-4o-vs-gpt-4o-mini?asof=2026-06-01")]
    [InlineData("/models?filter=visoin")]
    [InlineData("/nothing/here")]
    [InlineData("/evals")]
    [InlineData("/playground/history")]
    public async Task A_past_day_a_fault_and_what_is_somebodys_own_are_not_to_be_found(string address)
    {
        var page = await Page(address);
        page.Meta("robots").ShouldBe("noindex");
        page.Canonical.ShouldBeNull();
        page.Schemas.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_card_of_a_past_day_is_of_that_day() =>
        (await Page("/compare/gpt-4o-vs-gpt-4o-mini?asof=2026-06-01")).Meta("og:image").ShouldNotBeNull().ShouldMatch(@"^https://models\.example\.org/cards/gpt-4o-vs-gpt-4o-mini\.(png|svg)\?asof=2026-06-01$");

    [Fact]
    public async Task Titles_have_the_name_of_the_site_where_there_is_room()
    {
        (await Page("/")).Title.ShouldBe("Assay: compare AI models on evidence");
        (await Page("/models/openai/gpt-4o")).Title.ShouldBe("GPT-4o · Assay");
        (await Page("/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5")).Title.Length.ShouldBeLessThanOrEqualTo(60);
    }

    [Theory]
    [InlineData("/models/openai/gpt-4o", "/feed.atom?model=openai%2Fgpt-4o", "Changes of GPT-4o")]
    [InlineData("/providers/azure", "/feed.json?provider=azure", "Changes of ")]
    public async Task The_page_of_a_model_or_provider_names_its_own_feed_and_that_of_all(string address, string feed, string title)
    {
        var page = await Page(address);
        page.Html.ShouldContain($"href=\"{feed}\"");
        page.Html.ShouldContain($"title=\"{title}");
        page.Html.ShouldContain("title=\"Changes\" href=\"/feed.atom\">");
        using var reply = await client.GetAsync(new Uri(feed, UriKind.Relative));
        reply.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Feeds_name_themselves_by_the_address_of_the_site()
    {
        var atom = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync(new Uri("/feed.atom?model=gpt-4o", UriKind.Relative))).Root!;
        var ns = atom.Name.Namespace;
        atom.Elements(ns + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value.ShouldBe(PublishedSite.Root + "/feed.atom?model=gpt-4o");
        atom.Element(ns + "id")!.Value.ShouldStartWith(PublishedSite.Root);
        var json = System.Text.Json.Nodes.JsonNode.Parse(await client.GetStringAsync(new Uri("/feed.json", UriKind.Relative)))!;
        json["feed_url"]!.GetValue<string>().ShouldBe(PublishedSite.Root + "/feed.json");
        json["items"]!.AsArray().ShouldAllBe(i => i!["url"]!.GetValue<string>().StartsWith(PublishedSite.Root + "/", StringComparison.Ordinal));
    }
}

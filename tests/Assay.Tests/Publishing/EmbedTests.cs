using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class EmbedTests(PublishedSite site)
{
    private const string Pair = "/embed/compare/gpt-4o-vs-gpt-4o-mini", Model = "/embed/models/openai/gpt-4o";

    private readonly HttpClient client = site.Plain;

    private Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private Task<Page> Page(string address) => Web.Page.Get(client, address);

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken))!;

    [Theory]
    [InlineData(Pair, "https://models.example.org/compare/gpt-4o-vs-gpt-4o-mini")]
    [InlineData(Model, "https://models.example.org/models/openai/gpt-4o")]
    public async Task An_embed_loads_nothing_runs_nothing_may_be_framed_and_leads_back(string address, string page)
    {
        using var reply = await Get(address);
        var policy = reply.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors *");
        policy.ShouldNotContain("script-src");
        reply.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromHours(1));
        var embed = await Page(address);
        embed.Loads.ShouldBeEmpty();
        embed.Html.ShouldNotContain("<script");
        embed.Links.ShouldAllBe(l => l == page);
        embed.Links.Count.ShouldBe(2);
        embed.Text.ShouldContain("As of 2026-11-21");
        embed.Meta("robots").ShouldBe("noindex");
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(reply.Headers.ETag!);
        using var unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        unchanged.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(policy, "a browser takes the headers of a 304 for those of the page");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/embed")]
    [InlineData("/compare/gpt-4o-vs-gpt-4o-mini")]
    [InlineData("/embedded")]
    public async Task No_other_page_may_be_framed(string address)
    {
        using var reply = await Get(address);
        reply.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task An_embed_says_what_the_page_says()
    {
        var (embed, twin) = (await Page(Pair), await Json("/compare/gpt-4o-vs-gpt-4o-mini.json"));
        embed.Text.ShouldContain(twin["verdict"]!["text"]!.GetValue<string>());
        foreach (var row in twin["scorecard"]!.AsArray())
            embed.Text.ShouldContain($"{row!["label"]} | {string.Join(" | ", row["cells"]!.AsArray().Select(c => c!["display"]!.GetValue<string>() + (c["state"]!.GetValue<string>() == "disputed" ? ", disputed" : "") + (c["best"] is null ? "" : " ✓")))}");
    }

    [Fact]
    public async Task Traffic_and_day_are_those_asked_for_and_the_way_back_keeps_them()
    {
        var embed = await Page(Pair + "?in=5M&out=1M&asof=2026-06-01");
        embed.Text.ShouldContain("As of 2026-06-01");
        embed.Text.ShouldContain("5M input and 1M output tokens a month");
        embed.Links.ShouldAllBe(l => l == "https://models.example.org/compare/gpt-4o-vs-gpt-4o-mini?in=5M&out=1M&asof=2026-06-01");
    }

    [Theory]
    [InlineData(Pair + "?theme=dark", HttpStatusCode.OK, "data-theme=\"dark\"")]
    [InlineData(Pair + "?theme=auto", HttpStatusCode.OK, "data-theme=\"auto\"")]
    [InlineData(Model + "?theme=sepia", HttpStatusCode.BadRequest, "There is no theme &#x27;sepia&#x27;: write auto, light, dark")]
    [InlineData("/embed/compare/gpt-4o-vs-nothing-like-this", HttpStatusCode.NotFound, "No model is called &#x27;nothing-like-this&#x27;")]
    [InlineData("/embed/models/openai/none", HttpStatusCode.NotFound, "No model is called &#x27;openai/none&#x27;")]
    [InlineData(Pair + "?in=many", HttpStatusCode.BadRequest, "Input tokens &#x27;many&#x27; is not a whole number")]
    public async Task What_is_wrong_is_told_in_the_frame(string address, HttpStatusCode status, string words)
    {
        var page = await Page(address);
        page.Status.ShouldBe(status);
        page.Html.ShouldContain(words);
    }

    [Fact]
    public async Task Both_orders_lead_to_one_embed()
    {
        using var reply = await Get("/embed/compare/gpt-4o-mini-vs-gpt-4o?theme=dark");
        reply.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        reply.Headers.Location!.ToString().ShouldBe(Pair + "?theme=dark");
    }

    [Theory]
    [InlineData("/compare/gpt-4o-vs-gpt-4o-mini", Pair)]
    [InlineData("/compare/gpt-4o-mini-vs-gpt-4o", Pair)]
    [InlineData("/models/openai/gpt-4o", Model)]
    public async Task A_page_names_its_oembed_which_gives_the_frame(string address, string embed)
    {
        var page = await Page(address);
        var link = WebUtility.HtmlDecode(Regex.Match(page.Html, "type=\"application/json\\+oembed\"[^>]*href=\"([^\"]*)\"").Groups[1].Value);
        link.ShouldStartWith(PublishedSite.Root + "/oembed?");
        using var reply = await Get(new Uri(link).PathAndQuery);
        reply.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        var answer = JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        (answer["version"]!.GetValue<string>(), answer["type"]!.GetValue<string>()).ShouldBe(("1.0", "rich"));
        answer["html"]!.GetValue<string>().ShouldStartWith($"<iframe src=\"{PublishedSite.Root}{embed}\" width=\"640\"");
        answer["title"]!.GetValue<string>().ShouldNotBeEmpty();
        (answer["thumbnail_width"]!.GetValue<int>(), answer["thumbnail_height"]!.GetValue<int>()).ShouldBe((1200, 630));
    }

    [Fact]
    public async Task Oembed_keeps_to_the_size_that_was_asked_for()
    {
        var answer = await Json("/oembed?url=https://models.example.org/models/openai/gpt-4o&maxwidth=320&maxheight=200");
        (answer["width"]!.GetValue<int>(), answer["height"]!.GetValue<int>()).ShouldBe((320, 200));
        answer["thumbnail_url"].ShouldBeNull();
        answer["html"]!.GetValue<string>().ShouldContain("width=\"320\" height=\"200\"");
    }

    [Theory]
    [InlineData("/oembed", HttpStatusCode.BadRequest)]
    [InlineData("/oembed?url=https://elsewhere.example.org/compare/a-vs-b", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https://models.example.org.evil.example/compare/gpt-4o-vs-gpt-4o-mini", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https://models.example.org/changes", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https://models.example.org/models/openai/none", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https://models.example.org/models/openai/gpt-4o&format=xml", HttpStatusCode.NotImplemented)]
    [InlineData("/oembed?url=https://models.example.org/models/openai/gpt-4o&maxwidth=wide", HttpStatusCode.BadRequest)]
    public async Task Oembed_refuses_what_it_has_nothing_for(string address, HttpStatusCode status)
    {
        using var reply = await Get(address);
        reply.StatusCode.ShouldBe(status);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/embed?m=gpt-4o&m=gpt-4o-mini", 3, "GPT-4o vs GPT-4o mini")]
    [InlineData("/embed?m=gpt-4o", 7, "GPT-4o")]
    public async Task The_page_of_snippets_shows_what_to_copy_and_what_it_looks_like(string address, int snippets, string title)
    {
        var page = await Page(address);
        var codes = Regex.Matches(page.Html, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToArray();
        codes.Length.ShouldBe(snippets);
        page.Text.ShouldContain(title);
        foreach (var code in codes)
        {
            foreach (Match whole in Regex.Matches(WebUtility.HtmlDecode(code), "https://models\\.example\\.org[^\"\\s)]+"))
                ((int)(await Get(new Uri(whole.Value).PathAndQuery)).StatusCode).ShouldBe(200, whole.Value);
            if (code.StartsWith("<iframe", StringComparison.Ordinal)) XElement.Parse(code).Attribute("title")!.Value.ShouldBe(title);
        }
        page.Html.ShouldContain("<iframe class=\"preview\" src=\"/embed/");
    }

    [Theory]
    [InlineData("/embed?m=nothing-like-this", HttpStatusCode.NotFound)]
    [InlineData("/embed?m=gpt-4o&m=gpt-4o", HttpStatusCode.BadRequest)]
    [InlineData("/embed", HttpStatusCode.OK)]
    public async Task The_page_of_snippets_helps_with_names(string address, HttpStatusCode status) => (await Page(address)).Status.ShouldBe(status);
}

using System.Xml.Linq;
using Assay.Host.Web;
using Assay.Catalog;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class SitemapTests(PublishedSite published)
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static async Task<XElement> Read(HttpClient client, string path)
    {
        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        reply.IsSuccessStatusCode.ShouldBeTrue(path);
        reply.Content.Headers.ContentType!.ToString().ShouldBe("application/xml; charset=utf-8");
        var bytes = await reply.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBeLessThan(50 * 1024 * 1024);
        return XDocument.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Root!;
    }

    /// <summary>Source of the rules: https://www.sitemaps.org/protocol.html.</summary>
    private static string[] Valid(XElement map, string root, string site)
    {
        var element = root == "urlset" ? "url" : "sitemap";
        map.Name.ShouldBe(Namespace + root);
        var entries = map.Elements().ToArray();
        entries.Length.ShouldBeInRange(1, 50_000);
        entries.ShouldAllBe(e => e.Name == Namespace + element && e.Elements(Namespace + "loc").Count() == 1);
        entries.SelectMany(e => e.Elements()).ShouldAllBe(e => e.Name == Namespace + "loc" || e.Name == Namespace + "lastmod");
        foreach (var day in entries.Elements(Namespace + "lastmod")) DateOnly.ParseExact(day.Value, "yyyy-MM-dd");
        string[] addresses = [.. entries.Select(e => e.Element(Namespace + "loc")!.Value)];
        addresses.ShouldAllBe(a => a.StartsWith(site + "/", StringComparison.Ordinal) && a.Length < 2048 && Uri.IsWellFormedUriString(a, UriKind.Absolute));
        addresses.Distinct(StringComparer.Ordinal).Count().ShouldBe(addresses.Length);
        return addresses;
    }

    [Fact]
    public async Task A_small_catalogue_is_in_one_file_that_lists_every_page_once()
    {
        var client = published.Plain;
        var all = Valid(await Read(client, "/sitemap.xml"), "urlset", PublishedSite.Root);
        var catalog = CatalogBuilder.Build(FixedClaims.Curated.LoadClaims(), Site.Today);
        var addresses = new SiteAddresses(catalog);
        string[] pages = [.. SiteAddresses.Single, .. SiteAddresses.LiveOnly, .. addresses.Models, .. addresses.Providers, .. addresses.Benchmarks];
        all.Length.ShouldBe(pages.Length + (int)addresses.PairCount);
        pages.ShouldAllBe(p => all.Contains(PublishedSite.Root + p));
        var models = await Read(client, "/sitemaps/models.xml");
        models.Descendants(Namespace + "lastmod").Count().ShouldBe(catalog.Models.Count, "every model has a claim with a day");
        models.Descendants(Namespace + "lastmod").Select(d => DateOnly.Parse(d.Value)).ShouldAllBe(d => d <= Site.Today);
        // What is listed is there, under the address that it names itself.
        foreach (var address in all.Where((_, i) => i % 997 == 0))
            (await Page.Get(client, address[PublishedSite.Root.Length..])).Canonical.ShouldBe(address);
    }

    [Fact]
    public async Task Millions_of_pairs_are_in_files_each_of_which_can_be_had_alone()
    {
        const int models = 3_000;
        var catalog = new TestCatalog { Day = Site.Today };
        for (var i = 0; i < models; i++) catalog.Model($"maker-{i % 37}/model-{i:0000}");
        using var site = new Site(new FixedClaims(catalog.Claims));
        using var client = site.Plain();
        var files = Valid(await Read(client, "/sitemap.xml"), "sitemapindex", "http://localhost");
        const long pairs = (long)models * (models - 1) / 2;
        const int full = (int)(pairs / 50_000);
        files.Length.ShouldBe(2 + full + 1);
        files[^1].ShouldBe($"http://localhost/sitemaps/pairs-{full + 1}.xml");
        Valid(await Read(client, "/sitemaps/models.xml"), "urlset", "http://localhost").Length.ShouldBe(models);
        var first = Valid(await Read(client, "/sitemaps/pairs-1.xml"), "urlset", "http://localhost");
        var last = Valid(await Read(client, $"/sitemaps/pairs-{full + 1}.xml"), "urlset", "http://localhost");
        first.Length.ShouldBe(50_000);
        last.Length.ShouldBe((int)(pairs - full * 50_000L));
        first.Intersect(last).ShouldBeEmpty();
        foreach (var none in (string[])["0", $"{full + 2}", "-1", "x", "99999999999999999999"])
            ((int)(await client.GetAsync(new Uri($"/sitemaps/pairs-{none}.xml", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode).ShouldBe(404, none);
    }

    [Fact]
    public async Task Robots_are_told_of_the_sitemap_and_kept_from_what_is_somebodys_own()
    {
        var client = published.Plain;
        var lines = (await client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n');
        lines.ShouldContain("User-agent: *");
        lines.ShouldContain($"Sitemap: {PublishedSite.Root}/sitemap.xml");
        bool Allowed(string address) => Longest(lines, "Allow", address) >= Longest(lines, "Disallow", address);
        foreach (var open in (string[])["/", "/models", CuratedSite.Scenario, "/models/openai/gpt-4o", "/site.css?v=1", "/js/site.js?v=1", "/cards/site.png", "/arena/leaderboard", "/playground", "/sitemap.xml", "/embed/compare/a-vs-b"]) Allowed(open).ShouldBeTrue(open);
        foreach (var closed in (string[])["/models?q=x", "/playground/history", "/playground/2026", "/arena/battles/1", "/evals", "/evals/1", "/api/v1/models"]) Allowed(closed).ShouldBeFalse(closed);
    }

    /// <summary>How long the longest rule is that fits: it counts. Source: RFC 9309, 2.2.2.</summary>
    private static int Longest(string[] lines, string kind, string address) => lines.Where(l => l.StartsWith(kind + ": ", StringComparison.Ordinal)).Select(l => l[(kind.Length + 2)..])
        .Where(rule => System.Text.RegularExpressions.Regex.IsMatch(address, "^" + System.Text.RegularExpressions.Regex.Escape(rule).Replace("\\*", ".*", StringComparison.Ordinal))).Select(r => r.Length).DefaultIfEmpty(0).Max();

    [Fact]
    public async Task Who_has_seen_a_sitemap_gets_304()
    {
        var client = published.Plain;
        foreach (var address in (string[])["/sitemap.xml", "/sitemaps/pairs-1.xml", "/robots.txt"])
        {
            using var first = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
            (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified, address);
        }
    }
}

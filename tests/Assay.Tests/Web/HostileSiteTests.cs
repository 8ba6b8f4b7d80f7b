using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Catalog;
using Assay.Tests.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>Every page, feed, table and API answer over catalogues that want to do harm, found by following the links.</summary>
public sealed partial class HostileSiteTests
{
    private const int Most = 200;

    private static readonly string[] Start =
    [
        "/", "/models", "/models?q=%3Cscript%3Ealert(1)%3C/script%3E", "/models?filter=%22%3E%3Cimg%20src=x%3E&sort=%1b%5D0;x&columns=%E2%80%AE", "/compare", "/compare?m=%1b[2J&m=%E2%80%AE", "/changes?since=2025", "/lifecycle",
        "/conflicts", "/benchmarks", "/sources", "/methodology", "/offers/of-no-model", "/nothing/%3Cscript%3Ealert(1)%3C/script%3E", "/models/%1b%5D0;x/%E2%80%AE", "/benchmarks/%1b", "/changes?provider=%1b%5D0;x&model=%E2%80%AE", "/conflicts?offer=%1b",
        "/index.json", "/models.json", "/models.csv?columns=context,input,family,licence", "/benchmarks.json", "/changes.json?since=2025", "/lifecycle.json", "/conflicts.json", "/sources.json", "/offers/of-no-model.json",
        "/api/v1/models", "/api/v1/changes?since=2025", "/feed.atom?since=2025", "/feed.json?since=2025", "/feed.atom?provider=%1b", "/feed.atom?model=%1b%00", "/openapi/v1.json",
    ];

    // Everything that our own pages are written with.
    private static readonly HashSet<string> Tags = new(
        ("html head meta title link script body a header div nav main footer section h1 h2 h3 h4 p ul ol li dl dt dd table caption thead tbody tfoot tr th td form label input button select option optgroup fieldset legend datalist "
        + "details summary span strong em i b small code pre br hr abbr time figure figcaption svg g path circle line rect text tspan desc polyline polygon noscript sup sub output template dialog style kbd mark textarea img iframe").Split(' '), StringComparer.Ordinal);

    [Fact]
    public async Task An_imported_hostile_snapshot_is_text_on_every_page()
    {
        using var folder = new TemporaryFolder();
        var visited = await Crawl(HostileCatalog.Import(folder.Path), imported: true, Comparison("shop/lark", "shop/lark-2", "second/lark"));
        visited.Count.ShouldBeGreaterThan(50);
        foreach (var kind in (string[])["/models/", "/providers/shop", "/benchmarks/script-alert-1", "/changes", "/conflicts", "/feed.atom", "/models.csv"]) visited.ShouldContain(v => v.StartsWith(kind, StringComparison.Ordinal), kind);
    }

    [Fact]
    public async Task Claims_that_were_never_looked_at_are_text_on_every_page() => (await Crawl(HostileCatalog.Raw(), imported: false, Comparison("acme/endless", "acme/plain"))).Count.ShouldBeGreaterThan(40);

    private static string[] Comparison(params string[] models) => [.. ((string[])["/compare?", "/compare.json?"]).Select(a => a + string.Join('&', models.Select(m => $"m={m}"))), $"/api/v1/compare?models={string.Join(',', models)}",
        $"/embed/compare/{string.Join("-vs-", models.Select(Slug))}", $"/cards/{string.Join("-vs-", models.Select(Slug))}.svg", $"/embed/badge/{string.Join("-vs-", models.Select(Slug))}.svg",
        .. models.SelectMany(m => (string[])[$"/embed?m={m}", $"/embed/models/{m}", $"/cards/models/{m}.svg", $"/embed/badge/models/{m}/licence.svg", $"/embed/badge/models/{m}/price.svg"])];

    private static string Slug(string model) => model.Replace("/", "--", StringComparison.Ordinal);

    /// <param name="claims">Of the catalogue.</param>
    /// <param name="imported">By an importer, which replaces what acts.</param>
    /// <param name="more">Addresses that must be there.</param>
    private static async Task<IReadOnlyCollection<string>> Crawl(IReadOnlyList<Claim> claims, bool imported, string[] more)
    {
        using var site = new Site(new FixedClaims(claims));
        using var client = site.CreateClient();
        var seen = new HashSet<string>([.. Start, .. more], StringComparer.Ordinal);
        var queue = new Queue<string>([.. Start, .. more]);
        var faults = new List<string>();
        for (var visited = 0; queue.Count > 0 && visited < Most; visited++)
        {
            var address = queue.Dequeue();
            try
            {
                using var reply = await client.GetAsync(new Uri(address, UriKind.Relative));
                ((int)reply.StatusCode).ShouldBeLessThan(500);
                // The examples of questions name makers that this catalogue does not have.
                if (!Start.Contains(address) && !address.StartsWith("/models?filter=", StringComparison.Ordinal)) ((int)reply.StatusCode).ShouldBeLessThan(400, "a link of our own leads nowhere");
                // Letters in a picture of pixels act on nobody.
                if (reply.Content.Headers.ContentType?.MediaType == "image/png") continue;
                var text = Encoding.UTF8.GetString(await reply.Content.ReadAsByteArrayAsync());
                Check(reply.Content.Headers.ContentType?.MediaType ?? "", text, imported && reply.IsSuccessStatusCode);
                // A page that says what was wrong with its address links to what is as wrong.
                if (reply.Content.Headers.ContentType?.MediaType != "text/html" || text.Contains("role=\"alert\"", StringComparison.Ordinal)) continue;
                foreach (var link in new Page(reply.StatusCode, text).Links.Select(l => l.Split('#')[0]).Where(l => l.StartsWith('/') || l.StartsWith('?')))
                    if (seen.Add(link.StartsWith('?') ? address.Split('?')[0] + link : link)) queue.Enqueue(link.StartsWith('?') ? address.Split('?')[0] + link : link);
            }
            catch (Exception e)
            {
                faults.Add($"{address[..Math.Min(200, address.Length)]}: {(e.Message.Length > 400 ? e.Message[..400] : e.Message)}");
            }
        }
        if (faults.Count > 0) Assert.Fail($"{faults.Count} pages:\n{string.Join('\n', faults.Take(20))}");
        return seen;
    }

    private static void Check(string type, string text, bool imported)
    {
        text.Where(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')).ShouldBeEmpty();
        switch (type)
        {
            case "text/html": Html(text, imported); break;
            case "text/csv":
                foreach (var field in CsvText.Parse(text).SelectMany(r => r))
                    if (field.Length > 0 && "=+-@".Contains(field[0])) decimal.TryParse(field, out _).ShouldBeTrue($"a spreadsheet would run '{field}'");
                break;
            case "application/atom+xml":
                XDocument.Parse(text).Descendants().Attributes("href").Select(a => a.Value).ShouldAllBe(a => a.StartsWith("http", StringComparison.Ordinal));
                break;
            case "image/svg+xml":
                XDocument.Parse(text).Descendants().Select(e => e.Name.LocalName).ShouldAllBe(n => n != "script" && n != "foreignObject" && n != "image");
                break;
            default:
                if (type.EndsWith("json", StringComparison.Ordinal)) JsonNode.Parse(text).ShouldNotBeNull();
                break;
        }
    }

    private static void Html(string html, bool imported)
    {
        var tags = Tag().Matches(html).Select(m => m.Groups["name"].Value).Where(t => !Tags.Contains(t) && !t.StartsWith("assay-", StringComparison.Ordinal)).Distinct().ToArray();
        tags.ShouldBeEmpty();
        Handler().Matches(html).Select(m => m.Value).ShouldBeEmpty();
        html.ShouldNotContain("<script>alert");
        Picture().Matches(html).Select(m => m.Groups["address"].Value).ShouldAllBe(a => a.StartsWith("/playground/", StringComparison.Ordinal) || a.StartsWith("/embed/badge/", StringComparison.Ordinal));
        new Page(default, html).Links.ShouldAllBe(l => l.Length == 0 || l[0] == '/' || l[0] == '#' || l[0] == '?' || l.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || l.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        // What was asked for comes back in messages; what was imported has lost what turns text around.
        if (imported && !html.Contains("role=\"alert\"", StringComparison.Ordinal)) System.Net.WebUtility.HtmlDecode(html).Where(c => c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069').ShouldBeEmpty();
    }

    [GeneratedRegex("<img\\b[^>]*?\\ssrc=\"?(?<address>[^\" >]*)", RegexOptions.ExplicitCapture)] private static partial Regex Picture();
    [GeneratedRegex("<(?<name>[A-Za-z][^\\s/>]*)", RegexOptions.ExplicitCapture)] private static partial Regex Tag();
    [GeneratedRegex("<[A-Za-z][^<>\"]*(\"[^\"]*\"[^<>\"]*)*\\son[a-z]+=", RegexOptions.ExplicitCapture)] private static partial Regex Handler();
}

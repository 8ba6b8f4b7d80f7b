using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Adapters.Settings;
using Assay.Tests.History;
using Assay.Units;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class HistoryPagesTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly TemporaryFolder folder = new();
    private readonly Site site;
    private readonly HttpClient client;

    public HistoryPagesTests()
    {
        site = new(new FixedClaims(HistoryData.Import(folder.In("data")).LoadClaims()));
        client = site.WithWebHostBuilder(b => b.ConfigureTestServices(s =>
        {
            s.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(new FixedClock(HistoryData.Today));
            s.RemoveAll<SettingsLocation>().AddSingleton(new SettingsLocation(folder.Path, folder.Path));
        })).CreateClient();
    }

    public void Dispose()
    {
        site.Dispose();
        folder.Dispose();
    }

    private Task<Page> Page(string address) => Web.Page.Get(client, address);

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    [Fact]
    public async Task The_page_shows_what_changed_by_how_much_and_who_says_so()
    {
        var text = (await Page("/changes?since=2025&model=owl-1")).Text;
        foreach (var said in (string[])["Input price per 1M tokens | $2.00 | $1.50 | ▼ down, 25 % lower | Acme", "Context window tokens | 8K | 16K | ▲ up, 2× as many tokens | models.dev", "Ends | not said | 2026-09", "Function calling | ✗no | ✓yes"])
            text.ShouldContain(said);
        text.ShouldNotContain("$9.00", customMessage: "a second source that begins to speak is no change");
    }

    [Fact]
    public async Task A_figure_that_changed_has_its_past_in_the_evidence_as_a_line_and_in_words()
    {
        var page = await Page("/models/acme/owl-1");
        page.Text.ShouldContain("models.dev over time: 8K first known 2026-01-10, 16K from 2026-02-01.");
        page.Html.ShouldContain("<svg class=\"spark\" viewBox=\"0 0 120 24\" width=\"120\" height=\"24\" aria-hidden=\"true\"");
        (await Page("/models/acme/owl-1?asof=2026-01-15")).Text.ShouldNotContain("over time: 8K");
    }

    [Fact]
    public async Task A_list_that_drops_an_offer_does_not_retire_it()
    {
        var text = (await Page("/changes?since=2025&kind=offer")).Text;
        text.ShouldContain("No longer listed by models.dev, which does not say that it ended");
        text.ShouldNotContain("retired");
        (await Json("/changes.json?since=2025&kind=offer"))["changes"]!.AsArray().Select(c => $"{c!["day"]} {c["kind"]} {c["subject"]} {c["model"]}").ShouldBe(
            ["2026-03-05 new_offer freight/acme/owl-2 acme/owl-2", "2026-03-05 offer_gone freight/wren freight/wren", "2026-02-01 new_offer freight/finch freight/finch"]);
    }

    [Fact]
    public async Task Twin_and_api_say_the_same_and_page_by_page()
    {
        (await Json("/changes.json?since=2025")).ToJsonString().ShouldBe((await Json("/api/v1/changes?since=2025")).ToJsonString());
        (await Json("/lifecycle.json")).ToJsonString().ShouldBe((await Json("/api/v1/lifecycle")).ToJsonString());
        var all = (await Json("/api/v1/changes?since=2025"))["changes"]!.AsArray();
        var second = await Json("/api/v1/changes?since=2025&page=2&page_size=5");
        second["total"]!.GetValue<int>().ShouldBe(all.Count);
        second["changes"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()).ShouldBe(all.Skip(5).Take(5).Select(c => c!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/changes?since=zz", "is not a day")]
    [InlineData("/changes?kind=colour", "is not a kind of change")]
    [InlineData("/changes?model=owl-7", "The nearest names: acme/owl-1")]
    [InlineData("/changes?provider=fright", "The nearest names: freight")]
    [InlineData("/changes?watch=1", "Nothing is watched")]
    [InlineData("/lifecycle?within=5x", "is neither a number of days nor a day to come")]
    [InlineData("/", "")]
    public async Task What_cannot_be_understood_is_named_and_the_page_is_shown_without_it(string address, string fault)
    {
        if (fault.Length == 0) return;
        var page = await Page(address);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(fault);
        using var twin = await client.GetAsync(new Uri(address.Replace("?", ".json?", StringComparison.Ordinal), UriKind.Relative));
        twin.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await twin.Content.ReadAsStringAsync()).ShouldContain(fault.Split('\'')[0]);
    }

    [Fact]
    public async Task A_watch_list_narrows_page_and_feed()
    {
        folder.Write("assay.yaml", "watch: [owl-2]");
        (await Json("/changes.json?since=2025&watch=1"))["changes"]!.AsArray().Select(c => c!["model"]!.GetValue<string>()).Distinct().ShouldBe(["acme/owl-2"]);
        (await Json("/feed.json?watch=1"))["items"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_atom_feed_holds_to_its_rules()
    {
        var feed = XDocument.Parse(await client.GetStringAsync(new Uri("/feed.atom?model=owl-1", UriKind.Relative))).Root.ShouldNotBeNull();
        feed.Name.ShouldBe(Atom + "feed");
        foreach (var element in (XElement[])[feed, .. feed.Elements(Atom + "entry")])
        {
            foreach (var once in (string[])["id", "title", "updated"]) element.Elements(Atom + once).ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
            Uri.IsWellFormedUriString(element.Element(Atom + "id")!.Value, UriKind.Absolute).ShouldBeTrue();
            DateTimeOffset.ParseExact(element.Element(Atom + "updated")!.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", null);
            element.Elements(Atom + "link").ShouldContain(l => l.Attribute("rel")!.Value == "alternate");
            element.Elements(Atom + "link").ShouldAllBe(l => Uri.IsWellFormedUriString(l.Attribute("href")!.Value, UriKind.Absolute));
        }
        feed.Elements(Atom + "link").ShouldContain(l => l.Attribute("rel")!.Value == "self");
        feed.Elements(Atom + "author").ShouldHaveSingleItem().Element(Atom + "name").ShouldNotBeNull();
        var entries = feed.Elements(Atom + "entry").ToArray();
        entries.Length.ShouldBeGreaterThan(5);
        entries.Select(e => e.Element(Atom + "id")!.Value).ShouldBeUnique();
        entries.ShouldAllBe(e => e.Elements(Atom + "link").Any(l => l.Attribute("rel")!.Value == "via") && e.Element(Atom + "content") != null);
    }

    [Fact]
    public async Task The_json_feed_holds_to_its_rules_and_has_the_same_entries()
    {
        var feed = await Json("/feed.json");
        feed["version"]!.GetValue<string>().ShouldBe("https://jsonfeed.org/version/1.1");
        feed["title"]!.GetValue<string>().ShouldNotBeEmpty();
        var items = feed["items"]!.AsArray();
        items.ShouldAllBe(i => i!["id"] != null && i["content_text"] != null && Uri.IsWellFormedUriString(i["url"]!.GetValue<string>(), UriKind.Absolute));
        var atom = XDocument.Parse(await client.GetStringAsync(new Uri("/feed.atom", UriKind.Relative))).Root!;
        items.Select(i => i!["id"]!.GetValue<string>()).ShouldBe(atom.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task An_entry_keeps_its_id_on_another_day()
    {
        var then = (await Json("/feed.json?asof=2026-02-12"))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>()).ToArray();
        then.ShouldNotBeEmpty();
        then.Except((await Json("/feed.json"))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>())).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/feed.atom", "application/atom+xml")]
    [InlineData("/feed.json?provider=freight", "application/feed+json")]
    public async Task Who_has_seen_a_feed_gets_304(string address, string type)
    {
        using var first = await client.GetAsync(new Uri(address, UriKind.Relative));
        first.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        foreach (var tagged in (bool[])[true, false])
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            if (tagged) again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            else again.Headers.IfModifiedSince = first.Content.Headers.LastModified;
            using var reply = await client.SendAsync(again);
            reply.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    [Fact]
    public async Task Heads_name_the_feeds()
    {
        var page = await Page("/changes?model=owl-1&since=2025");
        page.Html.ShouldContain("<link rel=\"alternate\" type=\"application/atom&#x2B;xml\" title=\"Changes\" href=\"/feed.atom?model=owl-1\">".Replace("&#x2B;", "+", StringComparison.Ordinal));
        page.Html.ShouldContain("href=\"/feed.json?model=owl-1\"");
    }

    [Fact]
    public async Task Ends_are_shown_by_date_with_successor_and_source()
    {
        var text = (await Page("/lifecycle")).Section("ahead");
        foreach (var said in (string[])["Owl 1", "2026-09", "within 183 days", "to be shut down | the model | Owl 2 | Acme", "as of 2026-02-20"]) text.ShouldContain(said);
        (await Page("/lifecycle")).Links.ShouldContain("/models/acme/owl-2");
        (await Page("/lifecycle")).Section("undated").ShouldContain("1 offer only");
        (await Page("/lifecycle?asof=2026-02-19")).Section("ahead").ShouldContain("No end and no deprecation ahead is known");
        (await Page("/")).Text.ShouldContain("Owl 1 in 2026-09, successor: Owl 2");
    }

    [Fact]
    public async Task The_page_of_a_model_has_its_history_with_open_ends_in_words()
    {
        var history = (await Page("/models/acme/owl-1")).Section("history");
        history.ShouldContain("$2.00 | first known 2025-11-01 | 2026-02-10 | Acme");
        history.ShouldContain("$1.50 | 2026-02-10 | still said | Acme");
        history.ShouldContain("Input price, for each source that changed it.");
        (await Page("/models/acme/owl-1")).Html.ShouldContain("<title id=\"history-input-t\">Input price of Owl 1 over time</title>");
        var series = (await Json("/models/acme/owl-1.json"))["history"]!["series"]!.AsArray();
        series.Single(s => s!["subject"]!.GetValue<string>() == "freight/acme/owl-1" && s["property"]!.GetValue<string>() == "price.input")!["periods"]!.AsArray()
            .Select(p => $"{p!["from"]} {p["to"]} {p["display"]}").ShouldBe(["2026-01-10 2026-02-01 $2.00", "2026-02-01 2026-03-05 $2.50", "2026-03-05  $1.25"]);
    }

    [Fact]
    public async Task A_page_that_tells_the_past_says_that_it_did_so_later()
    {
        var json = (await Json("/models/acme/owl-2.json?asof=2026-03-02")).ToJsonString();
        json.ShouldContain("the source said so of this time later, as of 2026-03-10");
        DatesOf(JsonNode.Parse(json)!).ShouldAllBe(d => d.Earliest <= new DateOnly(2026, 3, 2));
    }

    internal static IEnumerable<PartialDate> DatesOf(JsonNode node) => Regex.Matches(node.ToJsonString(), "\"as_of\":\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => PartialDate.Parse(m.Groups[1].Value));
}

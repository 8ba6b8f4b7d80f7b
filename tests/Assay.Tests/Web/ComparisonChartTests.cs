using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Comparison.Pictures;
using Assay.Host.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class ComparisonChartTests(CuratedSite site)
{
    private const string Three = "/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The drawings of the section, by the last part of their id.</summary>
    private static Dictionary<string, XElement> Charts(Page page)
    {
        var start = page.Html.IndexOf("<section id=\"charts\"", StringComparison.Ordinal);
        var section = page.Html[start..page.Html.IndexOf("</section>", start, StringComparison.Ordinal)];
        return Regex.Matches(section, "<svg class=\"chart.*?</figure>", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
            .Select(m => XElement.Parse(m.Value[..(m.Value.LastIndexOf("</svg>", StringComparison.Ordinal) + "</svg>".Length)])).ToDictionary(x => x.Element(Svg + "title")!.Attribute("id")!.Value.Split('-')[1], StringComparer.Ordinal);
    }

    private static int Marks(XElement chart) => chart.Descendants(Svg + "svg").Count(m => m.Attribute("class")!.Value.StartsWith("dot s", StringComparison.Ordinal));

    [Fact]
    public async Task Each_chart_has_title_description_table_and_files()
    {
        var page = await site.Page(Three);
        var charts = Charts(page);
        charts.Keys.ShouldBe(["cost", "context", "history"], ignoreOrder: true);
        foreach (var (name, chart) in charts)
        {
            chart.Attribute("role")!.Value.ShouldBe("img");
            chart.Element(Svg + "desc")!.Value.ShouldContain("The table below has the same figures.");
            (name == "history" ? chart.Descendants(Svg + "circle").Select(c => c.Attribute("class")!.Value).Distinct().Count() : Marks(chart)).ShouldBe(3, name);
            foreach (var ending in (string[])["svg", "png"]) page.Links.ShouldContain($"/charts{Three}/{name}.{ending}");
        }
        page.Html.ShouldContain("aria-label=\"Context window against input price\"");
    }

    [Fact]
    public async Task Figures_are_those_of_the_twin()
    {
        var charts = Charts(await site.Page(Three));
        var twin = await site.Json(Three + ".json");
        foreach (var cost in twin["cost"]!.AsArray())
        {
            charts["cost"].Value.ShouldContain($"{cost!["display"]} through {cost["provider_name"]}");
        }
        foreach (var model in twin["models"]!.AsArray()) charts["context"].Value.ShouldContain($"{model!["name"]}: {model["specs"]!["context_window"]!["display"]} tokens");
    }

    [Fact]
    public async Task Cost_against_score_takes_the_benchmark_that_most_share()
    {
        const string address = "/compare/deepseek-v4-pro-vs-kimi-k2.5-vs-glm-4.6-vs-gpt-4.1-mini";
        var chart = Charts(await site.Page(address))["score"];
        Marks(chart).ShouldBe(4);
        chart.Element(Svg + "title")!.Value.ShouldBe("Cost a month against SWE-bench Verified");
        chart.Value.ShouldContain("(more is better)");
        var twin = await site.Json(address + ".json");
        var row = twin["benchmarks"]!["shared"]!.AsArray().First(r => r!["benchmark"]!.GetValue<string>() == "swe-bench-verified" && r["results"]!.AsArray().All(x => x is not null))!;
        foreach (var (i, result) in row["results"]!.AsArray().Index()) chart.Value.ShouldContain($"{result!["display"]} at {twin["cost"]![i]!["display"]} a month");
    }

    [Fact]
    public async Task A_score_with_an_interval_is_drawn_with_it()
    {
        const string address = "/compare/gemma-4-26b-a4b-it-vs-gpt-5.2";
        var page = await site.Page(address);
        var lines = Charts(page)["score"].Descendants(Svg + "line").Where(l => l.Attribute("class")!.Value.StartsWith("whisker", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(l => l.Attribute("x1")!.Value == l.Attribute("x2")!.Value && l.Attribute("y1")!.Value != l.Attribute("y2")!.Value);
        page.Section("charts").ShouldContain("Lines: 95 % intervals.");
        page.Section("charts").ShouldContain("43.4–66.5");
    }

    [Fact]
    public async Task A_disputed_price_is_drawn_as_picked_and_said_to_be_disputed()
    {
        var catalog = Birds();
        catalog.Say(Subject.Offer("inn/owl"), Property.Price(PriceKind.Input), new ClaimValue.Number(1.5m), TestCatalog.From("Other list", SourceRank.Aggregator, "2026-06-19"));
        var page = await Shown(catalog, "/compare/owl-vs-wren");
        Marks(Charts(page)["context"]).ShouldBe(2);
        page.Section("charts").ShouldContain("Owl | $1.00, disputed | Inn");
    }

    [Fact]
    public async Task Charts_follow_the_traffic_and_so_do_their_files()
    {
        var page = await site.Page(Three + "?in=2M&out=1M");
        page.Section("charts").ShouldContain("Monthly cost at 2M input and 1M output tokens");
        page.Links.ShouldContain($"/charts{Three}/cost.svg?in=2M&out=1M");
        var file = XElement.Parse(await site.Client.GetStringAsync(new Uri($"/charts{Three}/cost.svg?in=2M&out=1M", UriKind.Relative), TestContext.Current.CancellationToken));
        file.Element(Svg + "title")!.Value.ShouldBe("Monthly cost at 2M input and 1M output tokens");
        var cost = (await site.Json(Three + ".json?in=2M&out=1M"))["cost"]![0]!["display"]!.GetValue<string>();
        file.Value.ShouldContain(cost);
        Charts(page)["cost"].Value.ShouldContain(cost);
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("context")]
    public async Task A_chart_is_a_file_of_a_name_with_source_and_day(string chart)
    {
        using var reply = await site.Client.GetAsync(new Uri($"/charts{Three}/{chart}.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Headers.ETag.ShouldNotBeNull();
        reply.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith("-2026-11-21.svg");
        var root = XElement.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        string.Concat(root.Elements(Svg + "text").Select(t => t.Value + " ")).ShouldContain("Figures from ");
        Marks(root).ShouldBe(3);
    }

    [Theory]
    [InlineData("/charts/compare/gpt-4o-vs-nothing-like-this/cost.svg", HttpStatusCode.NotFound)]
    [InlineData("/charts/compare/gpt-4o-vs-gpt-4o-mini/cost.svg?in=lots", HttpStatusCode.BadRequest)]
    [InlineData("/charts/compare/gemma-3-12b-it-vs-gpt-4-vision-preview/cost.svg", HttpStatusCode.NotFound)]
    [InlineData("/charts/compare/gpt-4o-vs-gpt-4o-mini/cost.svg?asof=soon", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_drawn_says_why(string address, HttpStatusCode status)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(status);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"detail\"");
    }

    private static TestCatalog Birds()
    {
        var catalog = new TestCatalog { Day = Site.Today }.Provider("inn", "Inn").Provider("farm", "Farm");
        catalog.Model("acme/owl", "Owl").Is(Property.ContextWindow, 8_000).Offer("inn/owl", 1, 2).Offer("farm/owl", 3, 6);
        catalog.Model("acme/wren", "Wren").Is(Property.ContextWindow, 1_000_000).Offer("inn/wren", 40, 80);
        catalog.Model("acme/lark", "Lark").Offer("inn/lark");
        return catalog;
    }

    private static async Task<Page> Shown(TestCatalog catalog, string address)
    {
        using var bare = new Site(new FixedClaims(catalog.Claims));
        using var client = bare.CreateClient();
        return await Page.Get(client, address);
    }

    [Fact]
    public async Task What_is_not_known_is_named_and_not_drawn_as_zero()
    {
        var page = await Shown(Birds(), "/compare/owl-vs-wren-vs-lark");
        var charts = Charts(page);
        charts.Keys.ShouldBe(["cost", "context"], ignoreOrder: true);
        foreach (var chart in charts.Values)
        {
            Marks(chart).ShouldBe(2);
            chart.Value.ShouldNotContain("Lark");
        }
        var text = page.Section("charts");
        text.ShouldContain("Not drawn: Lark (not known).");
        text.ShouldContain("Not drawn: Lark (context not known and no current input price known).");
        text.ShouldContain("Cost against score: No benchmark has measured two of these models in the same way.");
        text.ShouldContain("Input price over time: No source that is held has changed the input price of the routes compared.");
    }

    [Fact]
    public async Task The_line_of_a_cost_goes_up_to_the_dearest_route_and_each_model_has_the_shape_of_its_place()
    {
        var charts = Charts(await Shown(Birds(), "/compare/owl-vs-wren"));
        // Owl 800 × 1 + 250 × 2 and, dearer, 800 × 3 + 250 × 6; Wren has one route.
        charts["cost"].Element(Svg + "desc")!.Value.ShouldBe("Owl: $1,300 through Inn, up to $3,900 through Farm; Wren: $52,000 through Inn. The table below has the same figures.");
        charts["cost"].Descendants(Svg + "line").Count(l => l.Attribute("class")!.Value.StartsWith("whisker", StringComparison.Ordinal)).ShouldBe(3);
        charts["cost"].Value.ShouldContain("(logarithmic)");
        foreach (var chart in charts.Values)
            chart.Descendants(Svg + "svg").Select(m => (m.Attribute("class")!.Value, m.Descendants().Last().Name.LocalName)).ShouldBe([("dot s0", "circle"), ("dot s1", "rect")], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_prices_of_one_model_over_time_are_a_chart_with_the_other_beside_it()
    {
        var catalog = Birds();
        var old = TestCatalog.Claim(Subject.Offer("inn/owl"), Property.Price(PriceKind.Input), new ClaimValue.Number(5), TestCatalog.From("Price list", SourceRank.Aggregator, "2026-01-10"));
        catalog.Add(old with { From = new(2019, 1, 10), To = new(2020, 1, 1) });
        var page = await Shown(catalog, "/compare/owl-vs-wren");
        var chart = Charts(page)["history"];
        chart.Element(Svg + "desc")!.Value.ShouldStartWith("Owl through Inn: $5.00 first known 2019-01-10, $1.00 from 2020-01-01. Wren through Inn: $40.00 first known 2020-01-01.");
        chart.Descendants(Svg + "line").ShouldContain(l => l.Attribute("class")!.Value == "step s1");
        page.Section("charts").ShouldContain("Owl | first known 2019-01-10 | 2020-01-01 | $5.00 | Inn | Price list");
    }

    [Fact]
    public void Every_picture_of_pairs_and_groups_all_over_the_catalogue_can_be_drawn_or_said()
    {
        var live = site.Services.GetRequiredService<LiveCatalog>();
        var (catalog, addresses, comparisons) = (live.Current, new SiteAddresses(live.Current), site.Services.GetRequiredService<ComparisonService>());
        var groups = Enumerable.Range(0, 140).Select(i => (IReadOnlyList<Model>)[.. Enumerable.Range(0, 6).Select(j => catalog.Models[i + j])]);
        var pairs = Enumerable.Range(0, (int)(addresses.PairCount / 31)).Select(i => addresses.Pair(i * 31)).Select(p => (IReadOnlyList<Model>)[p.First, p.Second]);
        var drawn = 0;
        foreach (var models in pairs.Concat(groups))
        {
            var view = ((ComparisonAnswer.Compared)comparisons.Compare(catalog, models, TrafficProfile.Default)).View;
            foreach (var picture in ComparisonPictures.Of(view, live.HistoryOn(catalog.AsOf)))
            {
                picture.Words.ShouldNotBeEmpty();
                picture.Rows.ShouldAllBe(r => r.Cells.Count == picture.Columns.Count);
                if (picture.Drawn is not { } chart) continue;
                XElement.Parse(chart.ToSvg());
                drawn++;
            }
        }
        drawn.ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task One_known_cost_is_told_in_words()
    {
        var page = await Shown(Birds(), "/compare/owl-vs-lark");
        Charts(page).ShouldBeEmpty();
        page.Section("charts").ShouldContain("The cost of Owl alone is known at this traffic");
        page.Html.ShouldNotContain("/charts/compare/owl-vs-lark");
    }
}

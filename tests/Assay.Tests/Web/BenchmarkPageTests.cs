using System.Net;
using System.Text.Json.Nodes;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class BenchmarkPageTests : IDisposable
{
    private readonly Site site;
    private readonly HttpClient client;

    public BenchmarkPageTests()
    {
        var catalog = new TestCatalog();
        catalog.Provider("market", "Market");
        var bench = Subject.Benchmark("sightbench");
        catalog.Say(bench, Property.DisplayName, new ClaimValue.Words("SightBench")).Say(bench, Property.About("about"), new ClaimValue.Words("Two hundred pictures of birds."))
            .Say(bench, Property.About("metric"), new ClaimValue.Words("accuracy")).Say(bench, Property.About("caveats"), new ClaimValue.Words("Birds only."));
        catalog.Say(Subject.Benchmark("slips"), Property.About("higher_is_better"), new ClaimValue.Words("no"));
        catalog.Model("acme/owl", "Owl").Offer("market/owl", 1, 2);
        catalog.Model("birch/heron", "Heron").Offer("market/heron", 5, 9);
        catalog.Model("birch/wren", "Wren");
        Score(catalog, "owl (high)", new() { Benchmark = "sightbench", Metric = "accuracy", Value = 50, Unit = "percent", N = 200, Passed = 100, MeasuredBy = "Lab" });
        Score(catalog, "owl (low)", new() { Benchmark = "sightbench", Metric = "accuracy", Value = 40, Unit = "percent", MeasuredBy = "Lab" });
        Score(catalog, "heron", new() { Benchmark = "sightbench", Metric = "accuracy", Value = 70, Unit = "percent", Interval = (60, 75) });
        Score(catalog, "wren", new() { Benchmark = "sightbench", Metric = "accuracy", Value = 60, Unit = "percent" });
        Score(catalog, "owl + <heron>", new() { Benchmark = "sightbench", Metric = "accuracy", Value = 80, Unit = "percent" });
        Score(catalog, "owl", new() { Benchmark = "sightbench", Metric = "accuracy", Settings = "five examples", Value = 55, Unit = "percent" });
        Score(catalog, "owl", new() { Benchmark = "slips", Value = 5, Unit = "percent" });
        Score(catalog, "heron", new() { Benchmark = "slips", Value = 3, Unit = "percent" });
        for (var i = 0; i < 150; i++) Score(catalog, $"bird {i}", new() { Benchmark = "crowd", Value = i / 2m, Unit = "percent", MeasuredBy = "Lab" });
        site = new(new FixedClaims(catalog.Claims));
        client = site.CreateClient();
    }

    [Fact]
    public async Task The_page_reads_as_approved()
    {
        var page = await Page.Get(client, "/benchmarks/sightbench");
        Golden.Check("benchmarks/sightbench.txt", page.Text[..page.Text.IndexOf("Sources and evidence", StringComparison.Ordinal)]);
        page.Html.ShouldNotContain("<heron>");
    }

    [Fact]
    public async Task Json_has_the_same_scores_best_first_and_the_front()
    {
        var json = await Json("/benchmarks/sightbench.json");
        json["scores"]!.AsArray().Select(s => s!["display"]!.GetValue<string>()).ShouldBe(["80 %", "70 %", "60 %", "50 %", "40 %"]);
        json["scores"]![0]!["model"].ShouldBeNull();
        json["scores"]![3]!["configuration"]!.GetValue<string>().ShouldBe("high effort");
        json["score_for_cost"]!.AsArray().Select(s => (s!["model"]!.GetValue<string>(), s["on_front"]!.GetValue<bool>())).ShouldBe([("acme/owl", true), ("birch/heron", true)]);
        json["without_cost"]!.AsArray().ShouldHaveSingleItem()!["model"]!.GetValue<string>().ShouldBe("birch/wren");
        json["alone"]!.AsArray().ShouldHaveSingleItem()!["variant"]!.GetValue<string>().ShouldBe("accuracy · five examples");
    }

    [Fact]
    public async Task Where_less_is_better_the_lowest_goes_first() =>
        (await Json("/api/v1/benchmarks/slips"))["scores"]!.AsArray().Select(s => s!["model"]!.GetValue<string>()).ShouldBe(["birch/heron", "acme/owl"]);

    [Fact]
    public async Task A_large_table_comes_in_pages_that_hold_every_result_once()
    {
        var names = new List<string>();
        for (var number = 1; number <= 3; number++)
        {
            var page = await Page.Get(client, $"/benchmarks/crowd?page={number}");
            page.Text.ShouldContain($"Page {number} of 3");
            names.AddRange(page.Text.Split('\n').Where(l => l.StartsWith("bird ", StringComparison.Ordinal) && l.Contains('|', StringComparison.Ordinal)).Select(l => l.Split('|')[0].Trim()));
        }
        names.Distinct().Count().ShouldBe(150);
    }

    [Fact]
    public async Task The_list_counts_models_and_results()
    {
        var list = (await Json("/benchmarks.json"))["benchmarks"]!.AsArray();
        list.Select(b => (b!["id"]!.GetValue<string>(), b["models"]!.GetValue<int>(), b["results"]!.GetValue<int>())).ShouldBe([("sightbench", 3, 6), ("slips", 2, 2), ("crowd", 0, 150)]);
        (await Page.Get(client, "/benchmarks")).Links.ShouldContain("/benchmarks/crowd");
    }

    [Theory]
    [InlineData("/benchmarks/sightbenches.json", "No benchmark is called 'sightbenches'. The nearest: sightbench.")]
    [InlineData("/benchmarks/sightbench.json?variant=huge", "'huge' is not a variant of sightbench")]
    public async Task What_is_not_there_is_named_with_what_is(string address, string sentence)
    {
        using var reply = await client.GetAsync(new Uri(address, UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reply.Content.ReadAsStringAsync()).Replace("\\u0027", "'", StringComparison.Ordinal).ShouldContain(sentence);
    }

    public void Dispose() => site.Dispose();

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    private static void Score(TestCatalog catalog, string label, BenchmarkScore score) =>
        catalog.Say(Subject.Labelled(label), Property.Result, new ClaimValue.Score(score), TestCatalog.From("Lab", SourceRank.Community));
}

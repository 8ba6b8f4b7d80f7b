using System.Net;
using System.Text.Json.Nodes;
using Assay.Catalog;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class StartPageTests(CuratedSite site)
{
    [Fact]
    public async Task The_box_comes_first_and_the_twin_has_what_the_page_shows()
    {
        var page = await site.Page("/");
        page.Html.IndexOf("action=\"/search\"", StringComparison.Ordinal).ShouldBeLessThan(page.Html.IndexOf("<h2>", StringComparison.Ordinal));
        var json = await site.Json("/index.json");
        foreach (var pair in json["pairs"]!.AsArray())
        {
            page.Links.ShouldContain(pair!["path"]!.GetValue<string>());
            page.Text.ShouldContain(pair["verdict"]!.GetValue<string>());
        }
        foreach (var it in json["ahead"]!.AsArray()) page.Links.ShouldContain($"/models/{it!["model"]!.GetValue<string>()}#history");
        foreach (var it in json["changes"]!.AsArray()) page.Links.ShouldContain($"/models/{it!["model"]!.GetValue<string>()}#history");
        page.Text.ShouldContain($"{json["models"]!.GetValue<int>():#,0} models of");
        foreach (var door in (string[])["/playground", "/arena", "/evals", "/changes", "/lifecycle", "/compare", "/benchmarks", "/sources"]) page.Links.ShouldContain(door);
    }

    [Fact]
    public async Task Pairs_by_the_measure_have_two_makers_and_each_model_once()
    {
        var json = await site.Json("/index.json");
        var measured = json["pairs"]!.AsArray().Where(p => p!["by"]!.GetValue<string>() == "providers").ToArray();
        measured.ShouldNotBeEmpty();
        measured.SelectMany(p => p!["path"]!.GetValue<string>()["/compare/".Length..].Split("-vs-")).ShouldBeUnique();
        measured.ShouldAllBe(p => p!["providers_of_each"]!.AsArray().All(n => n!.GetValue<int>() > 1));
        json["pairs"]![0]!["by"]!.GetValue<string>().ShouldBe("hand");
        (await site.Page("/")).Text.ShouldContain("Models that most providers list");
    }

    [Fact]
    public async Task An_empty_catalogue_says_what_would_fill_each_part()
    {
        using var empty = new Site(new FixedClaims([]));
        using var client = empty.CreateClient();
        var page = await Page.Get(client, "/");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("A second snapshot of a source would show what changed since the first.");
        page.Text.ShouldContain("No source held here names a day to come on which a model ends.");
        page.Text.ShouldContain("The catalogue holds no two models to set side by side yet.");
        page.Text.ShouldContain("no run has been finished here yet");
        (await Page.Get(client, "/search?q=gpt-4o")).Text.ShouldContain("Nothing here is called “gpt-4o”");
        (await Page.Get(client, "/search?q=vision")).Text.ShouldContain("No model meets it");
    }

    [Fact]
    public async Task Changes_are_told_with_before_after_source_and_day_one_of_each_model()
    {
        var offer = Subject.Offer("p/owl");
        Source On(string day) => TestCatalog.From("Price list", SourceRank.Aggregator, day);
        var catalog = new TestCatalog().Provider("p", "P");
        catalog.Model("x/owl", "Owl");
        catalog.Say(offer, Property.Serves, new ClaimValue.Words("x/owl"), On("2026-01-01"));
        foreach (var kind in (PriceKind[])[PriceKind.Input, PriceKind.Output])
        {
            var old = TestCatalog.Claim(offer, Property.Price(kind), new ClaimValue.Number(5), On("2026-01-01")) with { From = new(2026, 1, 1), To = new(2026, 6, 1) };
            catalog.Add(old).Add(old with { Value = new ClaimValue.Number(4), Source = On("2026-06-01"), From = new(2026, 6, 1), To = null });
        }
        using var changed = new Site(new FixedClaims(catalog.Claims));
        using var client = changed.CreateClient();
        var json = JsonNode.Parse(await client.GetStringAsync(new Uri("/index.json", UriKind.Relative)))!;
        json["changes"]!.AsArray().Count.ShouldBe(1);
        var page = await Page.Get(client, "/");
        page.Text.ShouldMatch(@"\$5(\.00)? → \$4(\.00)?");
        page.Text.ShouldContain("20 % lower");
        page.Text.ShouldContain("Price list, 2026-06-01, p/owl");
    }

    [Fact]
    public async Task Results_of_runs_stand_beside_their_door()
    {
        var run = new Source { Publisher = Adapters.Importers.OwnRunResults.Publisher, Url = "/evals/abc", Rank = SourceRank.Community, AsOf = PartialDate.Parse("2026-11-01"), Retrieved = new(2026, 11, 1) };
        var catalog = new TestCatalog();
        foreach (var (id, name, score) in new[] { ("x/owl", "Owl", 70m), ("x/wren", "Wren", 64m) })
            catalog.Model(id, name).Is(Property.Result, new ClaimValue.Score(new() { Benchmark = "vision-basics", Value = score, Unit = "percent", N = 100, Passed = (int)score }), source: run);
        using var ran = new Site(new FixedClaims(catalog.Claims));
        using var client = ran.CreateClient();
        var page = await Page.Get(client, "/");
        page.Text.ShouldContain("2026-11-01: best of 2 models Owl, 70 %");
        page.Links.ShouldContain("/evals/abc");
    }
}

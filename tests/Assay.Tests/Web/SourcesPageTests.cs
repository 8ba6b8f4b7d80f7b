using System.Text.Json.Nodes;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Sync;
using Assay.Tests.Sync;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class SourcesPageTests(CuratedSite curated)
{
    [Fact]
    public async Task The_page_its_twin_and_the_api_list_every_source()
    {
        var page = await curated.Page("/sources");
        page.Text.ShouldContain("Assay catalogue");
        page.Text.ShouldContain("never fetched");
        foreach (var file in SyncSources.All.SelectMany(s => s.Files)) page.Links.ShouldContain(file.Address.AbsoluteUri);
        var twin = await curated.Json("/sources.json");
        JsonNode.DeepEquals(twin, await curated.Json("/api/v1/sources")).ShouldBeTrue();
        twin["sources"]!.AsArray().Select(s => s!["source"]!.GetValue<string>()).ShouldBe(SyncSources.All.Select(s => s.Feed).Append("assay"), ignoreOrder: true);
    }

    [Fact]
    public void A_claim_counts_for_the_snapshot_that_brought_it_whatever_page_it_names()
    {
        using var folder = new TemporaryFolder();
        var store = Store.Open(folder.In("assay.db"));
        var source = TestCatalog.From("A leaderboard", SourceRank.Community);
        Claim Said(string offer, DateOnly? to = null) => TestCatalog.Claim(Subject.Offer(offer), Property.Price(PriceKind.Input), new ClaimValue.Number(1), source) with { To = to };
        var claims = new ClaimStore(store);
        void Import(string feed, params Claim[] said) => claims.Import(new() { Feed = feed, Files = new([new(feed, [1])]), AsOf = new(2026, 1, 1) }, said);
        Import("benchmarks-csv", Said("shop/a"), Said("shop/b"));
        Import("models.dev-history", Said("shop/a", new(2025, 1, 1)));
        Import("assay:mine", Said("shop/c"));

        var view = SourcesView.Of(SourceRecords.Load(store), claims.LoadClaims(), Site.Today);
        SourceStateView Of(string feed) => view.Sources.Single(s => s.Source == feed);
        (Of("benchmarks-csv").Claims, Of("benchmarks-csv").Offers, Of("benchmarks-csv").PastClaims).ShouldBe((2, 2, 0));
        (Of("models.dev-history").Claims, Of("models.dev-history").PastClaims).ShouldBe((0, 1));
        (Of("assay:mine").Claims, Of("assay:mine").Publisher).ShouldBe((1, "Own catalogue mine"));
        view.Sources.ShouldNotContain(s => s.Source == "assay");
        Of("litellm").Claims.ShouldBeNull();
    }

    [Fact]
    public async Task Every_page_and_the_provenance_lead_there()
    {
        (await curated.Page("/")).Links.ShouldContain("/sources");
        (await curated.Page(CuratedSite.Scenario)).Main.ShouldContain("href=\"/sources\"");
    }

    [Fact]
    public async Task A_snapshot_held_back_is_shown_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        await using var server = await SourceServer.Start();
        var workspace = new Workspace(folder.Path, Path.Combine(TestData.Folder, "cli-catalog"), new FixedClock(Site.Today));
        var syncing = Listing.Syncing(workspace.Store, server, out var source);
        server.Serve(Listing.Json(10));
        await syncing.Sync(source, dryRun: false, TestContext.Current.CancellationToken);
        server.Serve(Listing.Json(4));
        var held = (await syncing.Sync(source, dryRun: false, TestContext.Current.CancellationToken)).Attempt;
        using var site = new Site(workspace);
        using var client = site.CreateClient();
        var page = await Page.Get(client, "/sources");
        page.Text.ShouldContain($"the snapshot {held.Sha256![..12]} of ");
        page.Text.ShouldContain("entries are gone, 6 of 11");
        page.Text.ShouldContain("(today)");
    }
}

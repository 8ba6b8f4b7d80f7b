using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Catalog.History;
using Assay.Host.Sync;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

public sealed class SyncingTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SourceServer server = null!;
    private Store store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SyncLog Log => new(store);

    public async ValueTask InitializeAsync() => (server, store) = (await SourceServer.Start(), Store.Open(folder.In("assay.db")));

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private Task<SyncOutcome> Sync(bool dryRun = false, IProgress<SyncStep>? steps = null) => Listing.Syncing(store, server, out var source, steps).Sync(source, dryRun, Stop);

    private int Claims => new ClaimStore(store).LoadClaims().Count(c => c.To is null);

    [Fact]
    public async Task A_source_is_fetched_imported_and_kept_by_hash_and_the_next_time_unchanged()
    {
        server.Serve(Listing.Json(10));
        var steps = new Steps();
        var first = await Sync(steps: steps);
        first.Result.ShouldBe(SyncResult.Imported);
        first.Import!.Claims.Added.ShouldBe(Claims);
        steps.All.Select(s => s.Stage).Distinct().ShouldBe(["connecting", "fetching", "parsing", "importing"]);
        var snapshot = new ClaimStore(store).Snapshots("models.dev").ShouldHaveSingleItem();
        snapshot.AsOf.ShouldBe(DateOnly.FromDateTime(DateTime.UtcNow));
        snapshot.Retrieved.ShouldBe(snapshot.AsOf);
        System.Text.Encoding.UTF8.GetString(new ClaimStore(store).LoadFile(snapshot.Id, "api.json")!).ShouldBe(Listing.Json(10));
        new ClaimStore(store).LoadClaims().ShouldAllBe(c => c.Source.Url!.StartsWith("https://models.dev/"));

        var again = await Sync();
        again.Attempt.Detail.ShouldBe($"unchanged since {snapshot.AsOf:yyyy-MM-dd}");
        server.Requests.Count(r => r.Contains(" if not ")).ShouldBe(2);
        new ClaimStore(store).Snapshots().Count.ShouldBe(1);
        Log.Last().ShouldHaveSingleItem().Result.ShouldBe(SyncResult.Unchanged);
    }

    [Fact]
    public async Task Where_one_of_two_files_is_unchanged_its_kept_bytes_stand()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        server.Serve(Listing.Json(11));
        server.Requests.Clear();
        var outcome = await Sync();
        outcome.Diff!.Changes.Count(c => c.Kind is ChangeKind.NewOffer).ShouldBe(1);
        outcome.Import!.Parsed!.Snapshot.Files.Files.Select(f => f.Name).ShouldBe(["api.json", "models.json"]);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_bytes_without_a_condition_are_unchanged_too()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        var serve = server.Answer;
        server.Answer = c =>
        {
            c.Request.Headers.IfNoneMatch = default;
            return serve(c);
        };
        (await Sync()).Result.ShouldBe(SyncResult.Unchanged);
        new ClaimStore(store).Snapshots().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_imported_by_hand_since_is_not_taken_for_what_the_server_has()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        var path = folder.Write("api.json", Listing.Json(12));
        new Importing(store).Import(new ModelsDevCatalogue(), path, DateOnly.FromDateTime(DateTime.UtcNow));
        var back = await Sync();
        back.Result.ShouldBe(SyncResult.Imported);
        back.Diff!.EntriesGone.ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_source_is_told_in_words()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        server.Serve(Listing.Json(9, 1, ",\"new\":{\"id\":\"new\",\"name\":\"New\"}"));
        var diff = (await Sync()).Diff!;
        diff.Changes.Single(c => c.Kind is ChangeKind.NewOffer).Subject.Id.ShouldBe("shop/new");
        diff.Changes.Single(c => c.Kind is ChangeKind.OfferGone).Subject.Id.ShouldBe("shop/m10");
        var prices = diff.Changes.Where(c => c.Kind is ChangeKind.Price).ToArray();
        prices.Length.ShouldBe(9);
        SyncChangeView.Of(prices[0]).Text.ShouldBe("shop/m1: input price $2.00 → $1.00, 50 % lower");
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_changes_nothing()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        server.Serve(Listing.Json(9, 3));
        var before = Digest();
        var dry = await Sync(dryRun: true);
        dry.Import!.Claims.Changed.ShouldBe(9);
        Digest().ShouldBe(before);
        server.Serve(Listing.Json(2));
        (await Sync(dryRun: true)).Result.ShouldBe(SyncResult.Held);
        server.Answer = c => { c.Response.StatusCode = 404; return Task.CompletedTask; };
        (await Sync(dryRun: true)).Result.ShouldBe(SyncResult.Failed);
        Digest().ShouldBe(before);
    }

    private string Digest()
    {
        using var connection = store.Connect();
        return string.Join(' ', ((string[])["snapshot", "blob", "claim", "claim_change", "sync_attempt", "sync_validator", "held_file", "source", "phrase"]).Select(table =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            return $"{table}={command.ExecuteScalar()}";
        }));
    }

    [Fact]
    public async Task A_snapshot_that_lost_half_is_held_until_it_is_confirmed()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        var claims = Claims;
        server.Serve(Listing.Json(4));
        var held = await Sync();
        held.Result.ShouldBe(SyncResult.Held);
        held.Attempt.Detail.ShouldContain("half or more of its entries are gone, 6 of 11");
        Claims.ShouldBe(claims);
        var hash = held.Attempt.Sha256![..12];
        held.Attempt.Detail.ShouldContain($"assay sync models.dev --confirm {hash}");
        (await Sync()).Result.ShouldBe(SyncResult.Held);
        Log.Held().ShouldHaveSingleItem();

        var syncing = Listing.Syncing(store, server, out var source);
        Should.Throw<ImportException>(() => syncing.Confirm(source, "abcdef", false, Stop)).Message.ShouldContain($"--confirm {hash}");
        Should.Throw<ImportException>(() => syncing.Confirm(source, hash[..5], false, Stop));
        syncing.Confirm(source, hash, dryRun: true, Stop).Diff!.EntriesGone.ShouldBe(6);
        Log.Held().ShouldHaveSingleItem();
        syncing.Confirm(source, hash, dryRun: false, Stop).Result.ShouldBe(SyncResult.Imported);
        Claims.ShouldBeLessThan(claims);
        Log.Held().ShouldBeEmpty();
        (await Sync()).Result.ShouldBe(SyncResult.Unchanged);
        Should.Throw<ImportException>(() => syncing.Confirm(source, hash, false, Stop)).Message.ShouldContain("No snapshot of models.dev is held back");
    }

    [Fact]
    public async Task A_later_good_snapshot_clears_one_that_is_held_and_a_failure_does_not()
    {
        server.Serve(Listing.Json(10));
        await Sync();
        server.Serve(Listing.Json(4));
        await Sync();
        server.Answer = c => { c.Response.StatusCode = 404; return Task.CompletedTask; };
        (await Sync()).Result.ShouldBe(SyncResult.Failed);
        Log.Held().ShouldHaveSingleItem();
        server.Serve(Listing.Json(11));
        (await Sync()).Result.ShouldBe(SyncResult.Imported);
        Log.Held().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_snapshot_with_far_more_refusals_is_held()
    {
        server.Serve(Listing.Json(50));
        await Sync();
        server.Serve(Listing.Json(50).Replace("\"context\":10", "\"context\":-10", StringComparison.Ordinal));
        var held = await Sync();
        held.Result.ShouldBe(SyncResult.Held);
        held.Attempt.Detail.ShouldContain("50 values had to be refused, 0 in the snapshot before");
    }

    [Theory]
    [InlineData("{\"shop\":{\"models\":{\"a\":", "not whole JSON")]
    [InlineData("{\"other\":1}", "no provider with models is in it")]
    [InlineData("[]", "it must be an object")]
    public async Task What_cannot_be_imported_is_a_failure_with_the_address(string text, string problem)
    {
        server.Serve(text);
        var outcome = await Sync();
        outcome.Result.ShouldBe(SyncResult.Failed);
        outcome.Attempt.Detail.ShouldContain(problem);
        outcome.Attempt.Detail.ShouldContain($"{server.Address}api.json");
        Claims.ShouldBe(0);
    }

    [Fact]
    public async Task Two_syncs_at_once_make_one_snapshot()
    {
        server.Serve(Listing.Json(300));
        var both = await Task.WhenAll(Task.Run(() => Sync()), Task.Run(() => Sync()));
        both.ShouldAllBe(o => o.Result == SyncResult.Imported || o.Result == SyncResult.Unchanged);
        new ClaimStore(store).Snapshots().Count.ShouldBe(1);
        Claims.ShouldBe(both.Max(o => o.Import?.Claims.Added ?? 0));
    }

    [Fact]
    public async Task The_real_files_come_through_as_by_hand()
    {
        var files = TestData.Shared("models.dev");
        string Text(string name) => File.ReadAllText(Path.Combine(files, name));
        server.Serve(("api.json", Text("api.json")), ("models.json", Text("models.json")));
        var outcome = await Sync();
        outcome.Import!.Parsed!.Counts.Take(3).Select(c => c.Number).ShouldBe([147, 5276, 231]);
        new ClaimStore(store).Snapshots().Single().Sha256.ShouldBe(new ModelsDevCatalogue().Read(files).Sha256);
        (await Sync()).Result.ShouldBe(SyncResult.Unchanged);
    }
}

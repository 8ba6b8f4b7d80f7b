using Assay.Adapters.Storage;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int stores;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_import_counts_what_is_added_changed_left_and_ended()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1 b=2 c=3").ShouldBe(new ImportCounts(3, 0, 0, 0));
        Said.Import(store, 2, "a=1 b=5 d=4").ShouldBe(new ImportCounts(1, 1, 1, 1));
        Said.History(store).ShouldBe("a=1 1.., b=2 1..2, b=5 2.., c=3 1..2, d=4 2..");
    }

    [Fact]
    public void The_same_snapshot_twice_changes_nothing()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1 b=2");
        Said.Import(store, 1, "a=1 b=2").ShouldBe(new ImportCounts(0, 0, 2, 0));
        new ClaimStore(store).Snapshots().Count.ShouldBe(1);
    }

    [Fact]
    public void A_claim_is_as_new_as_the_last_snapshot_that_says_it_and_as_old_as_the_first()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1 b=2");
        Said.Import(store, 5, "a=1");
        var claims = new ClaimStore(store).LoadClaims();
        var (a, b) = (claims.Single(c => c.Subject.Id == "shop/a"), claims.Single(c => c.Subject.Id == "shop/b"));
        (a.From, a.Source.AsOf, a.Source.Retrieved).ShouldBe((Said.Day(1), PartialDate.From(Said.Day(5)), Said.Day(5)));
        (b.To, b.Source.AsOf, b.Source.Url).ShouldBe((Said.Day(5), PartialDate.From(Said.Day(1)), "https://example.org/list"));
    }

    [Fact]
    public void What_comes_back_holds_twice()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1");
        Said.Import(store, 2, "");
        Said.Import(store, 3, "a=1");
        Said.History(store).ShouldBe("a=1 1..2, a=1 3..");
    }

    [Fact]
    public void Of_two_snapshots_of_one_day_the_later_import_stands()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1 b=1");
        Said.Import(store, 1, "a=2");
        Said.Import(store, 1, "a=1 b=1");
        Said.History(store).ShouldBe("a=1 1.., b=1 1..");
    }

    [Fact]
    public void Every_order_of_import_gives_the_history_of_the_order_of_days()
    {
        (int Day, string Prices)[] snapshots = [(1, "a=1 b=1"), (2, "a=2 b=1 c=1"), (3, "a=1 d=1"), (4, "a=1 b=1 c=1")];
        const string expected = "a=1 1..2, a=1 3.., a=2 2..3, b=1 1..3, b=1 4.., c=1 2..3, c=1 4.., d=1 3..4";
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            var store = NewStore();
            foreach (var i in order) Said.Import(store, snapshots[i].Day, snapshots[i].Prices);
            Said.History(store).ShouldBe(expected, $"imported in the order {string.Join(", ", order.Select(i => snapshots[i].Day))}");
        }
    }

    [Fact]
    public void A_dry_run_counts_and_changes_nothing()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1");
        new ClaimStore(store).Import(Said.Snapshot(2, "x"), [Said.Price("shop/a", 9, 2)], dryRun: true).ShouldBe(new ImportCounts(0, 1, 0, 0));
        Said.History(store).ShouldBe("a=1 1..");
    }

    [Fact]
    public void Feeds_do_not_end_each_others_claims()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1");
        var other = Said.Price("shop/b", 2, 2);
        new ClaimStore(store).Import(Said.Snapshot(2, "other") with { Feed = "other" }, [other with { Source = other.Source with { Feed = "other" } }]);
        Said.History(store).ShouldBe("a=1 1.., b=2 2..");
    }

    [Fact]
    public void The_bytes_of_a_snapshot_are_kept()
    {
        var store = NewStore();
        Said.Import(store, 1, "a=1");
        var claims = new ClaimStore(store);
        claims.LoadFile(claims.Snapshots()[0].Id, "list.txt").ShouldBe("a=1"u8.ToArray());
        claims.LoadFile(claims.Snapshots()[0].Id, "none").ShouldBeNull();
    }

    private Store NewStore() => Store.Open(folder.In($"{stores++}.db"));

    private static IEnumerable<int[]> Orders(int[] items) =>
        items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}

using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class SnapshotGuardTests
{
    private static readonly DateOnly Day = new(2026, 1, 2);

    private static Claim[] Offers(string provider, int from, int count) => [.. Enumerable.Range(from, count).Select(i => Storage.Said.Price($"{provider}/m{i}", 1, 1))];

    [Theory]
    [InlineData(10, 6, false)]
    [InlineData(10, 5, true)]
    [InlineData(9, 5, false)]
    [InlineData(9, 4, true)]
    [InlineData(0, 0, false)]
    public void Half_of_the_entries_may_not_be_gone(int before, int left, bool held) =>
        (SnapshotGuard.Objection(SnapshotDiff.Of(Offers("shop", 0, before), Offers("shop", 0, left), Day), 0, 0) is not null).ShouldBe(held);

    [Fact]
    public void Other_entries_in_their_place_do_not_make_up_for_those_that_are_gone() =>
        SnapshotGuard.Objection(SnapshotDiff.Of(Offers("shop", 0, 10), Offers("shop", 5, 10), Day), 0, 0).ShouldBe("half or more of its entries are gone, 5 of 10");

    [Theory]
    [InlineData(100, 0, 19, false)]
    [InlineData(100, 0, 20, true)]
    [InlineData(1000, 0, 100, false)]
    [InlineData(1000, 0, 101, true)]
    [InlineData(1000, 260, 270, false)]
    [InlineData(1000, 270, 0, false)]
    public void Refusals_may_not_grow_by_more_than_a_tenth_of_the_entries(int entries, int before, int after, bool held) =>
        (SnapshotGuard.Objection(SnapshotDiff.Of(Offers("shop", 0, entries), Offers("shop", 0, entries), Day), before, after) is not null).ShouldBe(held);

    [Fact]
    public void A_provider_that_loses_half_of_its_offers_is_told_and_holds_nothing_up()
    {
        var diff = SnapshotDiff.Of([.. Offers("shop", 0, 6), .. Offers("store", 0, 20), .. Offers("kiosk", 0, 2)], [.. Offers("shop", 0, 1), .. Offers("store", 0, 20)], Day);
        diff.Losses.ShouldBe([new ProviderLoss("shop", 5, 6)]);
        SnapshotGuard.Objection(diff, 0, 0).ShouldBeNull();
    }
}

using Assay.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class PairedTests
{
    [Theory]
    [InlineData(121, 59, 0.000004)]
    [InlineData(70, 59, 0.378688)]
    [InlineData(80, 59, 0.089452)]
    [InlineData(10, 10, 1)]
    public void McNemar_is_as_published_however_many_items_both_pass(int onlyFirst, int onlySecond, double p)
    {
        new PairedOutcomes(0, onlyFirst, onlySecond, 0).McNemar.ShouldBeEstimated().ShouldBe(p, 5e-7);
        new PairedOutcomes(500, onlyFirst, onlySecond, 40).McNemar.ShouldBeEstimated().ShouldBe(p, 5e-7);
    }

    [Fact]
    public void Identical_on_every_item_has_no_p_and_yet_an_interval()
    {
        var same = new PairedOutcomes(40, 0, 0, 10);
        same.McNemar.ShouldBeNotEnough().ShouldContain("identical on every one of 50 items");
        var difference = same.Difference.ShouldBeEstimated();
        difference.Value.ShouldBe(0);
        (difference.Low < 0 && difference.High > 0).ShouldBeTrue("fifty items do not prove that the two are alike");
    }

    [Fact]
    public void No_item_has_neither()
    {
        PairedOutcomes.Of([]).McNemar.ShouldBeNotEnough().ShouldContain("No item");
        PairedOutcomes.Of([]).Difference.ShouldBeNotEnough().ShouldContain("No item");
    }

    // The first three are the results of Newcombe 1998 that the tests of the R package propint carry; the last is the example of Bentur et al. in Fagerland, Lydersen and Laake 2014.
    [Theory]
    [InlineData(36, 12, 2, 0, 0.2, 0.0569, 0.3404)]
    [InlineData(18, 12, 2, 18, 0.2, 0.0562, 0.3290)]
    [InlineData(53, 0, 0, 1, 0, -0.0729, 0.0729)]
    [InlineData(1, 1, 7, 12, -0.2857, -0.5069, -0.0256)]
    public void The_paired_difference_is_as_published(int both, int onlyFirst, int onlySecond, int neither, double value, double low, double high)
    {
        var difference = new PairedOutcomes(both, onlyFirst, onlySecond, neither).Difference.ShouldBeEstimated();
        difference.Value.ShouldBe(value, 0.00005);
        difference.Low.ShouldBe(low, 0.00005);
        difference.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void The_difference_is_seen_the_same_from_both_sides_and_stays_within_one() => Prop.ForAll<byte, byte, (byte, byte)>((both, onlyFirst, rest) =>
    {
        var (onlySecond, neither) = rest;
        if (both + onlyFirst + onlySecond + neither == 0) return;
        var one = new PairedOutcomes(both, onlyFirst, onlySecond, neither).Difference.ShouldBeEstimated();
        var other = new PairedOutcomes(both, onlySecond, onlyFirst, neither).Difference.ShouldBeEstimated();
        other.Low.ShouldBe(-one.High, 1e-12);
        (-1 - 1e-12 <= one.Low && one.Low <= one.Value && one.Value <= one.High && one.High <= 1 + 1e-12).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Items_are_counted_by_who_passed()
    {
        (bool, bool)[] items = [(true, true), (true, false), (true, false), (false, true), (false, false)];
        PairedOutcomes.Of(items).ShouldBe(new PairedOutcomes(1, 2, 1, 1));
    }

    [Theory]
    [InlineData(0.06, 0.2, 434)]
    [InlineData(0.06, 0.3, 652)]
    [InlineData(0.10, 0.3, 234)]
    [InlineData(-0.10, 0.3, 234)]
    public void As_many_items_are_needed_as_published(double difference, double discordance, long items) => SampleSize.Paired(difference, discordance).ShouldBe(items);

    [Fact]
    public void A_difference_needs_as_much_discordance() =>
        Should.Throw<ArgumentOutOfRangeException>(() => SampleSize.Paired(0.1, 0.05)).Message.ShouldContain("Allowed is 0.1 to 1");

    [Fact]
    public void No_number_of_items_tells_no_difference() => Should.Throw<ArgumentOutOfRangeException>(() => SampleSize.Paired(0, 0.3)).Message.ShouldContain("tells a difference of 0");

    [Fact]
    public void On_67_items_a_lead_of_four_is_never_significant_and_six_is_the_least_that_is()
    {
        SampleSize.LeastSignificantLead(67).ShouldBeEstimated().ShouldBe(6);
        for (var lost = 0; 2 * lost + 4 <= 67; lost++) SignTest.P(lost + 4, lost).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(0.125);
        SampleSize.LeastSignificantLead(5).ShouldBeNotEnough().ShouldContain("6 items won and none lost");
    }

    [Theory]
    [InlineData(0.01, 0.05, MarginOutcome.NotWorse)]
    [InlineData(-0.019, 0.03, MarginOutcome.NotWorse)]
    [InlineData(-0.019, -0.001, MarginOutcome.NotWorse)]
    [InlineData(-0.02, 0.03, MarginOutcome.NotEnoughEvidence)]
    [InlineData(-0.3, 0.3, MarginOutcome.NotEnoughEvidence)]
    [InlineData(-0.05, -0.01, MarginOutcome.Worse)]
    [InlineData(-0.09, -0.03, MarginOutcome.Worse)]
    public void An_interval_settles_whether_a_candidate_is_worse_than_allowed(double low, double high, MarginOutcome outcome) =>
        Margin.Outcome(new Estimate((low + high) / 2, low, high), 0.02).ShouldBe(outcome);

    [Fact]
    public void What_has_no_estimate_is_not_enough_evidence() => Margin.Outcome(PairedOutcomes.Of([]).Difference, 0.02).ShouldBe(MarginOutcome.NotEnoughEvidence);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_margin_is_a_loss_that_does_not_matter(double margin) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Margin.Outcome(new Estimate(0, -1, 1), margin)).Message.ShouldContain("Allowed is 0 and above");

    [Fact]
    public void Holm_is_as_published()
    {
        double[] raw = [0.0202732689, 5.23656777e-5, 0.9, 2.8140506e-4, 0.177096953, 0.0149877311, 0.4, 0.3, 0.5, 0.25];
        var adjusted = Holm.Adjust(raw);
        adjusted[1].ShouldBe(5.23656777e-4, 1e-12);
        adjusted[3].ShouldBe(0.00253264556, 1e-10);
        adjusted[5].ShouldBe(0.119901849, 1e-9);
        adjusted[0].ShouldBe(0.141912882, 1e-8);
        adjusted[4].ShouldBe(1, "6 · 0.177 is more than one");
        adjusted.ShouldAllBe(p => p <= 1);
    }

    [Fact]
    public void Corrected_p_keep_the_order_of_the_raw_ones()
    {
        Holm.Adjust([0.03, 0.02]).ShouldBe([0.04, 0.04]);
        Holm.Adjust([]).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Holm.Adjust([0.1, double.NaN]));
        Should.Throw<ArgumentOutOfRangeException>(() => Holm.Adjust([1.5]));
    }
}

using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class ProportionTests
{
    // R package binom, as carried by the tests of statsmodels.
    [Theory]
    [InlineData(18, 20, 0.6989663548, 0.9721335188)]
    [InlineData(4, 20, 0.0806576626, 0.4160174323)]
    [InlineData(0, 30, 0, 0.11351339)]
    public void Wilson_matches_the_published_vectors(int passed, int n, double low, double high)
    {
        var interval = Proportion.Wilson(passed, n);
        interval.Low.ShouldBe(low, 1e-8);
        interval.High.ShouldBe(high, 1e-8);
    }

    [Fact]
    public void From_nothing_there_is_no_interval() => Should.Throw<ArgumentOutOfRangeException>(() => Proportion.Wilson(0, 0));

    [Fact]
    public void The_difference_is_seen_the_same_from_both_sides()
    {
        var (low, high) = Proportion.Difference(46, 67, 37, 67);
        Proportion.Difference(37, 67, 46, 67).ShouldBe((-high, -low));
        (low < 0 && high > 0).ShouldBeTrue("46 and 37 of 67 are within chance");
    }
}

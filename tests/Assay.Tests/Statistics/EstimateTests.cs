using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class EstimateTests
{
    [Fact]
    public void Even_intervals_join_by_the_squares_of_their_standard_errors()
    {
        var difference = Estimate.Difference(new(1241, 1235, 1247), new(1230, 1222, 1238));
        difference.ShouldBe(new(11, 1, 21));
        difference.HoldsZero.ShouldBeFalse();
    }

    [Fact]
    public void Two_wilson_intervals_join_as_in_newcombes_method()
    {
        // Newcombe 1998, table II, example (a), method 10: 56/70 against 48/80.
        var (low, high) = Proportion.Difference(56, 70, 48, 80);
        low.ShouldBe(0.0524, 0.00005);
        high.ShouldBe(0.3339, 0.00005);
    }

    [Fact]
    public void Beside_an_exact_number_an_interval_keeps_its_width() => Estimate.Difference(new(10, 7, 15), Estimate.Exact(4)).ShouldBe(new(6, 3, 11));
}

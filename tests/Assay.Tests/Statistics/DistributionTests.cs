using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class DistributionTests
{
    // R package binom, as carried by the tests of statsmodels.
    [Theory]
    [InlineData(18, 20, 0.6830172860, 0.9876514728)]
    [InlineData(4, 20, 0.0573339971, 0.4366140030)]
    [InlineData(0, 30, 0, 0.11570331)]
    public void Clopper_pearson_matches_the_published_vectors(int passed, int n, double low, double high)
    {
        var interval = ClopperPearson.Interval(passed, n);
        interval.Low.ShouldBe(low, 5e-9);
        interval.High.ShouldBe(high, 5e-9);
    }

    [Fact]
    public void Where_all_or_none_pass_the_exact_interval_has_a_closed_form()
    {
        ClopperPearson.Interval(0, 30).High.ShouldBe(1 - Math.Pow(0.025, 1 / 30.0), 1e-12);
        ClopperPearson.Interval(30, 30).Low.ShouldBe(Math.Pow(0.025, 1 / 30.0), 1e-12);
        ClopperPearson.Interval(30, 30).High.ShouldBe(1);
        ClopperPearson.Interval(0, 2_000_000).High.ShouldBe(1 - Math.Pow(0.025, 1 / 2e6), 1e-10);
        Should.Throw<ArgumentOutOfRangeException>(() => ClopperPearson.Interval(1, 0));
    }

    [Fact]
    public void The_ends_are_where_the_binomial_tail_is_a_fortieth()
    {
        var (low, high) = ClopperPearson.Interval(37, 67);
        Tail(67, 37, low, atLeast: true).ShouldBe(0.025, 1e-10);
        Tail(67, 37, high, atLeast: false).ShouldBe(0.025, 1e-10);
    }

    [Theory]
    [InlineData(1, 12.7062047364)]
    [InlineData(2, 4.3026527297)]
    [InlineData(3, 3.1824463053)]
    [InlineData(10, 2.2281388520)]
    [InlineData(30, 2.0422724563)]
    [InlineData(1_000_000, 1.9599664)]
    public void The_reach_of_t_is_as_in_tables(int degrees, double reach)
    {
        StudentT.Critical95(degrees).ShouldBe(reach, 1e-7);
        StudentT.TwoSidedP(reach, degrees).ShouldBe(0.05, 1e-8);
        StudentT.TwoSidedP(-reach, degrees).ShouldBe(0.05, 1e-8);
    }

    [Fact]
    public void At_zero_t_is_certain() => StudentT.TwoSidedP(0, 5).ShouldBe(1);

    [Theory]
    [InlineData(0.975, Proportion.Z95)]
    [InlineData(0.8, 0.8416212335729143)]
    [InlineData(0.5, 0)]
    [InlineData(0.001, -3.090232306167813)]
    public void Normal_quantiles_are_as_in_tables(double probability, double z)
    {
        NormalDistribution.Quantile(probability).ShouldBe(z, 1e-11);
        NormalDistribution.Cdf(z).ShouldBe(probability, 1e-12);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_probability_is_refused(double probability)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BetaDistribution.Quantile(probability, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(probability));
    }

    private static double Tail(int n, int k, double p, bool atLeast)
    {
        double sum = 0, choose = 1;
        for (var i = 0; i <= n; choose *= (double)(n - i) / (i + 1), i++)
            if (atLeast ? i >= k : i <= k) sum += choose * Math.Pow(p, i) * Math.Pow(1 - p, n - i);
        return sum;
    }
}

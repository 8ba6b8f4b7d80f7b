using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class MeanTests
{
    [Fact]
    public void The_clustered_error_is_as_published()
    {
        var mean = Mean.OfClusters(Enumerable.Range(0, 20).Select(i => (i % 4, (double)i))).ShouldBeEstimated();
        mean.Value.Value.ShouldBe(9.5);
        mean.StandardError.ShouldBe(0.645, 0.0006);
        (mean.Items, mean.Clusters).ShouldBe((20, 4));
        (mean.Value.High - 9.5).ShouldBe(3.1824463053 * mean.StandardError, 1e-8);
    }

    [Fact]
    public void Without_clusters_it_is_the_textbook_interval()
    {
        // Student's sleep data of 1908, paired differences: t = 4.0621 on 9 degrees of freedom, p = 0.002833, 0.70 to 2.46.
        double[] sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
        var mean = Mean.Of(sleep).ShouldBeEstimated();
        mean.Value.Value.ShouldBe(1.58, 1e-12);
        mean.Value.Low.ShouldBe(0.7001142, 5e-7);
        mean.Value.High.ShouldBe(2.4598858, 5e-7);
        mean.P.ShouldBe(0.002833, 5e-7);
    }

    [Fact]
    public void Values_that_repeat_within_clusters_count_as_one_each()
    {
        double[] values = [1, 4, 2, 7, 3];
        var alone = Mean.Of(values).ShouldBeEstimated();
        var repeated = Mean.OfClusters(values.SelectMany((v, i) => Enumerable.Repeat((i, v), 6))).ShouldBeEstimated();
        repeated.StandardError.ShouldBe(alone.StandardError, 1e-12);
        repeated.P.ShouldBe(alone.P, 1e-12);
    }

    [Fact]
    public void Differences_that_are_all_equal_and_not_zero_are_refused_and_not_p_zero()
    {
        var why = Mean.Of([0.3 - 0.2, 0.9 - 0.8, 1 - 0.9, 0.1]).ShouldBeNotEnough();
        why.ShouldContain("All 4 values are 0.1");
        why.ShouldContain("not p = 0");
    }

    [Fact]
    public void Differences_that_are_all_zero_have_nothing_to_test() => Mean.Of([0, 0, 0]).ShouldBeNotEnough().ShouldContain("All 3 values are 0:");

    [Fact]
    public void Clusters_with_the_same_mean_show_no_spread() =>
        Mean.OfClusters([("x", 1), ("x", 3), ("y", 3), ("y", 1)]).ShouldBeNotEnough().ShouldContain("All 2 clusters have the same mean");

    [Fact]
    public void Too_few_are_told_apart()
    {
        Mean.Of([]).ShouldBeNotEnough().ShouldContain("No value");
        Mean.Of([4]).ShouldBeNotEnough().ShouldContain("One value");
        Mean.OfClusters([("x", 1), ("x", 3)]).ShouldBeNotEnough().ShouldContain("one cluster");
    }

    [Fact]
    public void A_value_that_is_no_number_is_named() => Should.Throw<ArgumentException>(() => Mean.Of([1, double.NaN])).Message.ShouldContain("Value 2 of 2 is 'NaN'");

    [Fact]
    public void Quantiles_are_linear_between_neighbours()
    {
        Quantile.Of([4, 1, 3, 2], 0.5).ShouldBeEstimated().ShouldBe(2.5);
        Quantile.Of([7, 1, 3], 0.5).ShouldBeEstimated().ShouldBe(3);
        Quantile.Of(Enumerable.Range(1, 100).Select(i => (double)i), 0.95).ShouldBeEstimated().ShouldBe(95.05, 1e-9);
        Quantile.Of(Enumerable.Range(0, 21).Select(i => (double)i), 0.95).ShouldBeEstimated().ShouldBe(19, 1e-9);
    }

    [Fact]
    public void A_p95_needs_twenty_values_and_a_median_two()
    {
        Quantile.Of(Enumerable.Range(0, 20).Select(i => (double)i), 0.95).ShouldBeEstimated();
        Quantile.Of(Enumerable.Range(0, 19).Select(i => (double)i), 0.95).ShouldBeNotEnough().ShouldBe("19 values: a p95 needs at least 20.");
        Quantile.Of([1.0], 0.5).ShouldBeNotEnough().ShouldBe("1 value: a p50 needs at least 2.");
        Should.Throw<ArgumentOutOfRangeException>(() => Quantile.Of([1.0], 1));
        Should.Throw<ArgumentException>(() => Quantile.Of([1.0, double.NaN], 0.5));
    }

    [Fact]
    public void Kappa_is_as_in_the_manual_of_sas()
    {
        // Two dermatologists on a skin condition (SAS/STAT, FREQ procedure): 0.3449, error 0.0724, 0.2030 to 0.4868.
        int[][] table = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]];
        var agreement = CohensKappa.Of(Labels(table)).ShouldBeEstimated();
        agreement.Kappa.Value.ShouldBe(0.3449, 0.00005);
        agreement.StandardError.ShouldBe(0.0724, 0.00005);
        agreement.Kappa.Low.ShouldBe(0.2030, 0.00005);
        agreement.Kappa.High.ShouldBe(0.4868, 0.00005);
        (agreement.Items, agreement.Agreed).ShouldBe((88, 45));
    }

    [Fact]
    public void Kappa_of_full_agreement_has_no_interval()
    {
        CohensKappa.Of(Labels([[5, 0], [0, 5]])).ShouldBeNotEnough().ShouldContain("agree on all 10 items");
        CohensKappa.Of(Labels([[10, 0], [0, 0]])).ShouldBeNotEnough().ShouldContain("the same label");
        CohensKappa.Of(Labels([])).ShouldBeNotEnough().ShouldContain("No item");
    }

    [Fact]
    public void Kappa_takes_labels_that_only_one_grader_uses()
    {
        var agreement = CohensKappa.Of(Labels([[5, 0, 1], [1, 1, 1], [1, 0, 0]])).ShouldBeEstimated();
        agreement.Kappa.Value.ShouldBe((0.6 - (0.6 * 0.7 + 0.3 * 0.1 + 0.1 * 0.2)) / (1 - (0.6 * 0.7 + 0.3 * 0.1 + 0.1 * 0.2)), 1e-12);
        CohensKappa.Of([("good", "bad"), ("good", "good"), ("bad", "good"), ("odd", "good"), ("bad", "bad")]).ShouldBeEstimated().Items.ShouldBe(5);
    }

    private static IEnumerable<(int, int)> Labels(int[][] table) => table.SelectMany((row, i) => row.SelectMany((count, j) => Enumerable.Repeat((i, j), count)));
}

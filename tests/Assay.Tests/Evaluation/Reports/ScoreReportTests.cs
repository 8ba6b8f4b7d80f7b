using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Statistics;
using Assay.Tests.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Assay.Tests.Evaluation.Reports.Reported;

namespace Assay.Tests.Evaluation.Reports;

public sealed class ScoreReportTests
{
    private static ScoreReport Only(RunReport report) => report.Models[0].Overall!;

    [Theory]
    [InlineData(18, 2, 0.6989663548, 0.9721335188)]
    [InlineData(4, 16, 0.0806576626, 0.4160174323)]
    [InlineData(0, 30, 0, 0.11351339)]
    public void A_pass_rate_has_Wilsons_interval(int passed, int failed, double low, double high)
    {
        var score = Only(Of(Letters((passed, 'P'), (failed, 'F'))));
        (score.IsWhole, score.Method).ShouldBe((true, ScoreMethod.Wilson));
        score.AtLeast.ShouldBe((double)passed / (passed + failed));
        score.Interval.ShouldBeEstimated().Low.ShouldBe(low, 1e-9);
        score.Interval.ShouldBeEstimated().High.ShouldBe(high, 1e-8);
    }

    [Fact]
    public void Open_trials_stay_in_the_denominator_and_widen_the_score()
    {
        var score = Only(Of("PPPPPPPPPPFFFFF" + "ERIU."));
        score.Tally.ShouldBe(new Tally { Passed = 10, Failed = 5, Errored = 1, Refused = 1, Interrupted = 1, Unscored = 1, NotRun = 1 });
        (score.Tally.All, score.Tally.Open, score.IsWhole).ShouldBe((20, 5, false));
        (score.AtLeast, score.AtMost).ShouldBe((0.5, 0.75));
        var (low, high) = score.Interval.ShouldBeEstimated();
        low.ShouldBe(Proportion.Wilson(10, 20).Low, 1e-12);
        high.ShouldBe(Proportion.Wilson(15, 20).High, 1e-12);
        score.Band.ShouldBeNull("50 % is in the middle band and 75 % in the high one");
    }

    [Theory]
    [InlineData(50, 17, Band.Middle)] // 74.63 %, which rounds to 75 %
    [InlineData(3, 1, Band.High)]
    [InlineData(2, 3, Band.Middle)]
    [InlineData(39, 61, Band.Low)]
    [InlineData(30_000, 10_000, Band.High)]
    [InlineData(29_999, 10_001, Band.Middle)]
    public void Bands_go_by_the_exact_ratio(int passed, int failed, Band band) => Only(Of(Letters((passed, 'P'), (failed, 'F')))).Band.ShouldBe(band);

    [Fact]
    public void Related_items_have_the_error_of_their_clusters()
    {
        // Scores 0 to 19 in 4 clusters have a standard error of 0.645 (Miller, arXiv 2411.00640); here a twentieth of each, in tenths as far as letters go.
        var items = Items(20, i => $"c{i % 4}");
        var report = RunReport.Of(["p/a"], 1, items, Enumerable.Range(0, 20).Select(i => new TrialResult(new(0, i, 0), TrialState.Graded) { Value = i / 20.0 }));
        var score = Only(report);
        score.Method.ShouldBe(ScoreMethod.ClusteredMean);
        score.AtLeast.ShouldBe(9.5 / 20, 1e-12);
        var (low, high) = score.Interval.ShouldBeEstimated();
        ((high - low) / 2).ShouldBe(0.6454972 / 20 * StudentT.Critical95(3), 1e-6);
    }

    [Fact]
    public void Repetitions_of_one_item_do_not_count_as_items()
    {
        var items = Items(4);
        var score = Only(Of(items, 3, "PPP" + "FFF" + "PPF" + "PPP"));
        (score.Items, score.Tally.All, score.Method).ShouldBe((4, 12, ScoreMethod.ClusteredMean));
        score.AtLeast.ShouldBe(8 / 12.0, 1e-12);
        var (low, high) = score.Interval.ShouldBeEstimated();
        (high - low).ShouldBeGreaterThan(Proportion.Wilson(8, 12).High - Proportion.Wilson(8, 12).Low, "twelve trials of four items know less than twelve items");
    }

    [Fact]
    public void Everything_right_every_time_is_not_certainty()
    {
        var score = Only(Of(Items(10), 2, new string('P', 20)));
        score.Method.ShouldBe(ScoreMethod.WilsonOverClusters);
        score.Interval.ShouldBeEstimated().ShouldBe(Proportion.Wilson(10, 10));
    }

    [Fact]
    public void One_item_asked_often_is_not_enough_samples() => Only(Of(Items(1), 5, "PPFPP")).Interval.ShouldBeNotEnough().ShouldContain("not enough samples");

    [Fact]
    public void One_cluster_is_not_enough_samples() => Only(Of(Items(6, _ => "page"), 1, "PPFPFP")).Interval.ShouldBeNotEnough().ShouldContain("one cluster");

    [Fact]
    public void Measures_count_as_they_are()
    {
        var score = Only(Of("5792"));
        (score.Tally.Graded, score.Method).ShouldBe((4, ScoreMethod.ClusteredMean));
        score.AtLeast.ShouldBe(0.575, 1e-12);
    }

    [Fact]
    public void Categories_have_scores_of_their_own_in_the_order_of_the_suite()
    {
        var report = Of(Items(6, category: i => i < 4 ? "counting" : "reading"), 1, "PPPF" + "FE");
        report.Items.Categories.Select(c => c.Name).ShouldBe(["counting", "reading"]);
        var (counting, reading) = (report.Models[0].ByCategory[0], report.Models[0].ByCategory[1]);
        (counting.AtLeast, counting.Band, counting.Items).ShouldBe((0.75, Band.High, 4));
        (reading.AtLeast, reading.AtMost, reading.Tally.Errored).ShouldBe((0, 0.5, 1));
    }

    [Fact]
    public void Cut_and_empty_answers_are_counted_apart()
    {
        var tally = Only(RunReport.Of(["p/a"], 1, Items(3), [new(new(0, 0, 0), TrialState.Failed) { Cut = true }, new(new(0, 1, 0), TrialState.Failed) { Empty = true }, new(new(0, 2, 0), TrialState.Passed)])).Tally;
        (tally.Cut, tally.Empty, tally.Failed, tally.All).ShouldBe((1, 1, 2, 3));
    }

    [Theory]
    [InlineData(61, 67, true)]
    [InlineData(60, 67, false)]
    [InlineData(9, 10, true)]
    [InlineData(0, 0, false)]
    public void Nine_tenths_are_reached_on_whole_numbers(int known, int all, bool reached) => Coverage.Reached(known, all).ShouldBe(reached);

    [Fact]
    public void A_pass_that_becomes_an_error_never_raises_the_upper_bound_nor_the_worst_case() => Prop.ForAll(Runs, run =>
    {
        var (items, repetitions, letters) = run;
        var passes = Enumerable.Range(0, letters.Length).Where(i => letters[i] == 'P').ToArray();
        if (passes.Length == 0) return;
        var before = Only(Of(items, repetitions, letters));
        var at = passes[letters.Length % passes.Length];
        foreach (var open in "ERIU.")
        {
            var after = Only(Of(items, repetitions, letters[..at] + open + letters[(at + 1)..]));
            after.AtLeast.ShouldBeLessThanOrEqualTo(before.AtLeast);
            after.AtMost.ShouldBe(before.AtMost, 1e-12);
            if (before.Interval is Inference<(double Low, double High)>.Estimated { Value.High: var high }) after.Interval.ShouldBeEstimated().High.ShouldBe(high, 1e-12);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fail_that_becomes_an_error_never_lowers_what_may_still_be_reached() => Prop.ForAll(Runs, run =>
    {
        var (items, repetitions, letters) = run;
        if (letters.IndexOf('F') is not (>= 0 and var at)) return;
        var (before, after) = (Only(Of(items, repetitions, letters)), Only(Of(items, repetitions, letters[..at] + 'E' + letters[(at + 1)..])));
        after.AtMost.ShouldBeGreaterThan(before.AtMost);
        after.AtLeast.ShouldBe(before.AtLeast, 1e-12, "an error is not a fail, and no pass either");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Score_and_interval_lie_in_order_within_0_and_1() => Prop.ForAll(Runs, run =>
    {
        var score = Only(Of(run.Items, run.Repetitions, run.Letters));
        (0 <= score.AtLeast && score.AtLeast <= score.AtMost && score.AtMost <= 1).ShouldBeTrue();
        if (score.Interval is Inference<(double Low, double High)>.Estimated { Value: var (low, high) })
            (0 <= low && low <= score.AtLeast + 1e-12 && score.AtMost <= high + 1e-12 && high <= 1).ShouldBeTrue($"{low} {score.AtLeast} {score.AtMost} {high}");
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(SuiteItems Items, int Repetitions, string Letters)> Runs => Arb.From(
        from count in Gen.Choose(1, 14) from repetitions in Gen.Choose(1, 3) from clusters in Gen.Choose(0, 4)
        from letters in Gen.ArrayOf(Gen.Elements("PPPPFFFERIU.".ToCharArray()), count * repetitions)
        select (Items(count, clusters == 0 ? null : i => $"c{i % clusters}"), repetitions, new string(letters)));
}

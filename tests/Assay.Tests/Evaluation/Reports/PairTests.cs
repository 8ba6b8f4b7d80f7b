using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Statistics;
using Assay.Tests.Statistics;
using Shouldly;
using Xunit;
using static Assay.Tests.Evaluation.Reports.Reported;

namespace Assay.Tests.Evaluation.Reports;

public sealed class PairTests
{
    /// <summary>Two models of which so many items are passed by both, only the first, only the second, neither.</summary>
    private static RunReport Counts(int both, int first, int second, int neither) =>
        Of(Letters((both, 'P'), (first, 'P'), (second, 'F'), (neither, 'F')), Letters((both, 'P'), (first, 'F'), (second, 'P'), (neither, 'F')));

    private static PairReport Pair(RunReport report, int first = 0, int second = 1) => PairReport.Of(report.Pair(first, second), report.Models[first], report.Models[second], report.Items);

    [Theory]
    [InlineData(121, 59, 0.000004, PairOutcome.FirstBetter)]
    [InlineData(59, 121, 0.000004, PairOutcome.SecondBetter)]
    [InlineData(70, 59, 0.378688, PairOutcome.CannotTell)]
    [InlineData(80, 59, 0.089452, PairOutcome.CannotTell)]
    [InlineData(10, 10, 1, PairOutcome.CannotTell)]
    public void Passes_and_fails_are_tested_by_McNemar(int first, int second, double p, PairOutcome outcome)
    {
        var test = Counts(100, first, second, 50).Pairs.ShouldHaveSingleItem();
        (test.Method, test.FirstWins, test.SecondWins, test.Outcome).ShouldBe((PairMethod.McNemar, first, second, outcome));
        test.P.ShouldBeEstimated().ShouldBe(p, 5e-7);
    }

    [Fact]
    public void The_difference_has_Newcombes_interval()
    {
        var difference = Counts(36, 12, 2, 0).Pairs[0].Difference.ShouldBeEstimated();
        (Math.Round(difference.Value, 4), Math.Round(difference.Low, 4), Math.Round(difference.High, 4)).ShouldBe((0.2, 0.0569, 0.3404));
        var turned = Counts(36, 12, 2, 0).Pair(1, 0).Difference.ShouldBeEstimated();
        (turned.Value, turned.Low, turned.High).ShouldBe((-difference.Value, -difference.High, -difference.Low));
    }

    [Fact]
    public void On_67_items_a_lead_of_four_is_never_called_better()
    {
        for (var lost = 0; lost <= 10; lost++) Counts(30, lost + 4, lost, 67 - 30 - lost - lost - 4).Pairs[0].Outcome.ShouldBe(PairOutcome.CannotTell);
        Counts(30, 6, 0, 31).Pairs[0].Outcome.ShouldBe(PairOutcome.FirstBetter);
    }

    [Fact]
    public void Items_that_one_did_not_answer_are_left_out_and_counted()
    {
        var report = Of("PPPPPPPPPPPPPPPPPPPE", "FFFFFFFFFFFFFFFFFF.P");
        var test = report.Pairs[0];
        (test.Items, test.LeftOut, test.FirstWins).ShouldBe((18, 2, 18));
        test.Outcome.ShouldBe(PairOutcome.FirstBetter, "each has scores on 95 %");
    }

    [Fact]
    public void Below_nine_tenths_no_winner_is_named_however_clear_it_looks()
    {
        var report = Of(Letters((17, 'P'), (3, 'E')), Letters((20, 'F')));
        report.Pairs[0].P.ShouldBeEstimated().ShouldBeLessThan(0.001);
        report.Pairs[0].Outcome.ShouldBe(PairOutcome.TooFewScored);
        RunVerdict.Of(report).ShouldBe(["No winner is named.", "p/a: 17 of 20 trials have a score; at least 90 % are needed to speak for all."]);
    }

    [Fact]
    public void All_pairs_of_a_run_share_one_correction()
    {
        var report = Of(Letters((30, 'P')), Letters((23, 'P'), (7, 'F')), Letters((24, 'P'), (6, 'F')), Letters((25, 'P'), (5, 'F')));
        var raw = report.Pairs.Select(p => p.P.Match(x => (double?)x, _ => null)).ToArray();
        var holm = Holm.Adjust([.. raw.OfType<double>()]);
        report.Pairs.Select(p => p.CorrectedP).OfType<double>().ShouldBe(holm);
        report.Pair(0, 2).P.ShouldBeEstimated().ShouldBe(0.03125, 1e-9);
        report.Pair(0, 2).Outcome.ShouldBe(PairOutcome.CannotTell, "alone it would be significant; among six it is not");
    }

    [Fact]
    public void Repetitions_are_compared_item_by_item_with_t()
    {
        var test = Of(Items(5), 2, "PP" + "PP" + "PF" + "PP" + "FF", "FF" + "PF" + "FF" + "PP" + "FF").Pairs[0];
        test.Method.ShouldBe(PairMethod.PairedDifferences);
        var expected = Mean.Of([1, 0.5, 0.5, 0, 0]).ShouldBeEstimated();
        test.Difference.ShouldBeEstimated().Value.ShouldBe(expected.Value.Value, 1e-12);
        test.P.ShouldBeEstimated().ShouldBe(expected.P, 1e-12);
        (test.FirstWins, test.SecondWins).ShouldBe((3, 0));
    }

    [Fact]
    public void Related_items_are_compared_cluster_by_cluster()
    {
        string first = "PPPPPPPPFF", second = "FFPPFFPPFF";
        var test = Of(Items(10, i => $"page{i / 2}"), 1, first, second).Pairs[0];
        var expected = Mean.OfClusters(Enumerable.Range(0, 10).Select(i => (i / 2, (first[i] == 'P' ? 1.0 : 0) - (second[i] == 'P' ? 1 : 0)))).ShouldBeEstimated();
        (test.Method, test.P.ShouldBeEstimated()).ShouldBe((PairMethod.PairedDifferences, expected.P));
        test.P.ShouldBeEstimated().ShouldBeGreaterThan(new PairedOutcomes(4, 4, 0, 2).McNemar.ShouldBeEstimated());
    }

    [Fact]
    public void Differences_that_are_all_equal_are_refused()
    {
        var test = Of("888", "555").Pairs[0];
        test.P.ShouldBeNotEnough().ShouldContain("not p = 0");
        test.Outcome.ShouldBe(PairOutcome.CannotTell);
    }

    [Fact]
    public void Identical_is_said_and_has_an_interval_by_either_method()
    {
        Counts(40, 0, 0, 10).Pairs[0].Outcome.ShouldBe(PairOutcome.Identical);
        var test = Of(Items(40), 2, new string('P', 80), new string('P', 80)).Pairs[0];
        test.Outcome.ShouldBe(PairOutcome.Identical);
        test.Difference.ShouldBeEstimated().High.ShouldBe(ClopperPearson.Interval(0, 40).High, 1e-12);
    }

    [Fact]
    public void Where_they_differ_is_listed_by_place()
    {
        var pair = Pair(Of("PPFFP", "PFPFF"));
        pair.FirstBetter.ShouldBe([1, 4]);
        pair.SecondBetter.ShouldBe([2]);
    }

    [Fact]
    public void Items_needed_are_those_of_the_seen_difference_and_what_they_cost()
    {
        // 100 items, discordance .2, lead .06: 434 by the formula.
        var report = Counts(60, 13, 7, 20);
        Pair(report).ItemsNeeded.ShouldBeEstimated().ShouldBe(434);
        Pair(report).CostOfThose.ShouldBeNotEnough().ShouldContain("a known cost");
        var paid = RunReport.Of(["p/a", "p/b"], 1, Items(100), new[] { Letters((60, 'P'), (13, 'P'), (7, 'F'), (20, 'F')), Letters((60, 'P'), (13, 'F'), (7, 'P'), (20, 'F')) }
            .SelectMany((letters, m) => Trials(m, 1, letters).Select(t => t with { Usd = m == 0 ? 0.002m : 0.0005m })));
        Pair(paid).CostOfThose.ShouldBeEstimated().ShouldBe(434 * 0.0025m);
        Pair(Counts(5, 3, 3, 5)).ItemsNeeded.ShouldBeNotEnough().ShouldContain("same score");
        Pair(Counts(5, 0, 0, 5)).ItemsNeeded.ShouldBeNotEnough().ShouldContain("no difference");
    }

    [Fact]
    public void Items_needed_for_a_mean_agree_with_those_for_pass_and_fail_where_both_apply()
    {
        // √(ψ−δ²)/√n is the standard error of paired passes and fails; the two formulas differ in ψ against ψ−δ² under the first root alone.
        var error = Math.Sqrt((0.2 - 0.06 * 0.06) / 500);
        SampleSize.ForMean(0.06, error, 500).ShouldBeInRange(425, 434);
        Should.Throw<ArgumentOutOfRangeException>(() => SampleSize.ForMean(0, 0.1, 10)).Message.ShouldContain("no number of items");
    }

    [Fact]
    public void Categories_show_the_difference_within_them()
    {
        var report = Of(Items(8, category: i => i % 2 == 0 ? "even" : "odd"), 1, "PPPPPPPP", "FPFPFPPE");
        var categories = Pair(report).Categories;
        categories.Select(c => (c.Category, c.Test.Items, c.Test.FirstWins)).ShouldBe([("even", 4, 3), ("odd", 3, 0)]);
    }

    [Theory]
    [InlineData(40, 0, 30, 10, MarginOutcome.NotWorse, true)]
    [InlineData(10, 30, 0, 40, MarginOutcome.Worse, false)]
    [InlineData(8, 1, 1, 4, MarginOutcome.NotEnoughEvidence, false)]
    [InlineData(900, 2, 2, 96, MarginOutcome.NotWorse, false)]
    public void The_gate_goes_by_the_whole_interval(int both, int onlyBaseline, int onlyCandidate, int neither, MarginOutcome outcome, bool better)
    {
        var report = Counts(both, onlyBaseline, onlyCandidate, neither);
        var gate = Gate.Of(Pair(report, 1, 0), Gate.UsualMargin);
        (gate.Outcome, gate.IsBetter).ShouldBe((outcome, better));
        gate.Sentence("new", "old").ShouldContain(outcome switch { MarginOutcome.NotWorse => better ? "is better than" : "is not worse than", MarginOutcome.Worse => "is worse than", _ => "Not enough evidence" });
    }

    [Fact]
    public void A_candidate_whose_calls_failed_does_not_pass_the_gate()
    {
        var report = Of(Letters((50, 'P'), (50, 'F')), Letters((50, 'P'), (20, 'P'), (30, 'E')));
        var gate = Gate.Of(Pair(report, 1, 0), 0.02);
        gate.Outcome.ShouldBe(MarginOutcome.NotEnoughEvidence);
        gate.Sentence("new", "old").ShouldContain("90 %");
    }

    [Fact]
    public void The_verdict_names_the_test_and_what_it_would_take()
    {
        RunVerdict.Of(Counts(20, 20, 0, 27)).ShouldBe(["p/a is better than p/b by 29.9 points (18.0 to 40.1): McNemar's exact test, p < 0.0001."]);
        RunVerdict.Of(Counts(60, 13, 7, 20)).ShouldHaveSingleItem().ShouldBe("These items cannot tell p/a from p/b: +6 points (−2.9 to 14.8), McNemar's exact test, p = 0.26. About 434 items would tell a difference as seen here.");
        RunVerdict.Of(Of("PPPF")).ShouldHaveSingleItem().ShouldBe("p/a scores 75 % (95 %: 30.1–95.4 %) on 4 items.");
        RunVerdict.Of(Of("....", "....")).ShouldBe(["No trial has a score yet."]);
    }
}

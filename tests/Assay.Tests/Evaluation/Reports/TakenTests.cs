using System.Diagnostics;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Tests.Statistics;
using Shouldly;
using Xunit;
using static Assay.Tests.Evaluation.Reports.Reported;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>What trials took: time, tokens, money.</summary>
public sealed class TakenTests
{
    private static ModelReport Model(int items, params TrialResult[] trials) => RunReport.Of(["p/a"], 1, Items(items), trials).Models[0];

    private static TrialResult Trial(int sample, int milliseconds, int attempts = 1, TrialState state = TrialState.Passed) =>
        new(new(0, sample, 0), state) { Latency = TimeSpan.FromMilliseconds(milliseconds), FirstToken = TimeSpan.FromMilliseconds(milliseconds / 10.0), Attempts = attempts };

    [Fact]
    public void Times_are_of_first_attempts_that_brought_an_answer()
    {
        var speed = Model(7, Trial(0, 100), Trial(1, 200), Trial(2, 300), Trial(3, 9000, attempts: 3), Trial(4, 9000) with { Cached = true, Attempts = 0 }, Trial(5, 9000, state: TrialState.Errored), Trial(6, 9000, state: TrialState.Refused)).Speed;
        (speed.Trials, speed.Retried, speed.Cached, speed.Attempts).ShouldBe((3, 1, 1, 8));
        speed.P50.ShouldBeEstimated().ShouldBe(200);
        speed.FirstTokenP50.ShouldBeEstimated().ShouldBe(20);
        speed.P95.ShouldBeNotEnough().ShouldContain("needs at least 20");
    }

    [Fact]
    public void A_model_without_a_time_has_no_p50_and_not_0() => Model(3, new TrialResult(new(0, 0, 0), TrialState.Passed)).Speed.P50.ShouldBeNotEnough();

    [Fact]
    public void Tokens_and_cost_are_told_from_nine_tenths_on()
    {
        TrialResult[] Trials(int known) => [.. Enumerable.Range(0, 67).Select(i => new TrialResult(new(0, i, 0), TrialState.Passed) { InputTokens = i < known ? 100 + i : null, OutputTokens = i < known ? 10 : null, Usd = i < known ? 0.0001m * (1 + i % 3) : null })];
        var told = Model(67, Trials(61)).Spending;
        told.InputTokens.ShouldBeEstimated().ShouldBe(130);
        told.OutputTokens.ShouldBeEstimated().ShouldBe(10);
        var perTask = told.PerTask.ShouldBeEstimated();
        (perTask.Trials, told.WithoutCost).ShouldBe((61, 6));
        perTask.Usd.ShouldBe(told.Total / 61);
        (perTask.Interval!.Value.Low < perTask.Usd && perTask.Usd < perTask.Interval.Value.High).ShouldBeTrue();

        var untold = Model(67, Trials(60)).Spending;
        untold.InputTokens.ShouldBeNotEnough().ShouldBe("60 of 67 trials have a count of input tokens; at least 90 % are needed to speak for all.");
        untold.PerTask.ShouldBeNotEnough().ShouldContain("60 of 67 trials have a known cost");
    }

    [Fact]
    public void Cached_replies_do_not_make_a_task_cheap()
    {
        var trials = Enumerable.Range(0, 20).Select(i => new TrialResult(new(0, i, 0), TrialState.Passed) { Usd = i < 10 ? 0.01m : 0, Cached = i >= 10 }).ToArray();
        Model(20, trials).Spending.PerTask.ShouldBeNotEnough().ShouldContain("10 replies came from the cache");
        var half = Model(20, [.. trials.Select(t => t.Cached ? t with { Cached = false, Usd = 0.01m } : t)]).Spending;
        (half.PerTask.ShouldBeEstimated().Usd, half.PerTask.ShouldBeEstimated().Interval).ShouldBe((0.01m, null));
        half.Total.ShouldBe(0.2m);
    }

    [Fact]
    public void What_a_failed_call_cost_is_part_of_what_was_paid_and_a_failure_for_nothing_makes_no_task_cheaper()
    {
        var trials = Enumerable.Range(0, 10).Select(i => new TrialResult(new(0, i, 0), i == 9 ? TrialState.Errored : TrialState.Passed) { Usd = i == 9 ? 0.03m : 0.01m }).ToArray();
        var spending = Model(10, trials).Spending;
        (spending.Total, spending.PerTask.ShouldBeEstimated().Usd, spending.PerTask.ShouldBeEstimated().Trials).ShouldBe((0.12m, 0.12m / 9, 9));
        Model(10, [.. trials.Select(t => t.State == TrialState.Errored ? t with { Usd = 0 } : t)]).Spending.PerTask.ShouldBeEstimated().Usd.ShouldBe(0.01m);
    }

    [Fact]
    public void A_trial_of_no_run_or_told_twice_is_an_error()
    {
        Should.Throw<ArgumentException>(() => RunReport.Of(["p/a"], 1, Items(2), [new(new(0, 2, 0), TrialState.Passed)])).Message.ShouldContain("none of this run");
        Should.Throw<ArgumentException>(() => RunReport.Of(["p/a"], 1, Items(2), [new(new(0, 1, 0), TrialState.Errored), new(new(0, 1, 0), TrialState.Passed)])).Message.ShouldContain("there twice");
        Should.Throw<ArgumentException>(() => RunReport.Of(["p/a"], 1, Items(2), [new(new(0, 1, 0), TrialState.Graded) { Value = 1.5 }])).Message.ShouldContain("1.5");
    }

    [Fact]
    public void A_hundred_thousand_trials_are_one_report()
    {
        const int items = 10_000;
        var random = new Random(7);
        var suite = Items(items, i => $"c{i / 2}", i => $"category {i % 5}");
        var trials = (from m in Enumerable.Range(0, 5) from i in Enumerable.Range(0, items) from r in Enumerable.Range(0, 2)
                      let roll = random.NextDouble()
                      select new TrialResult(new(m, i, r), roll < 0.02 ? TrialState.Errored : roll < 0.5 + m * 0.05 ? TrialState.Passed : TrialState.Failed)
                      {
                          Latency = TimeSpan.FromMilliseconds(100 + 1000 * random.NextDouble()), Attempts = 1, InputTokens = 900, OutputTokens = random.Next(10, 300), Usd = 0.0001m,
                      }).ToArray();
        string[] names = ["p/a", "p/b", "p/c", "p/d", "p/e"];
        RunReport.Of(names, 2, suite, trials).Pairs.Count.ShouldBe(10);
        var start = Stopwatch.GetTimestamp();
        var report = RunReport.Of(names, 2, suite, trials);
        var made = Stopwatch.GetElapsedTime(start);
        report.Pairs.Count.ShouldBe(10);
        TestContext.Current.TestOutputHelper?.WriteLine($"Report {made.TotalMilliseconds:0} ms, with pairs {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        report.Models.ShouldAllBe(m => m.Overall!.Tally.All == 2 * items && m.Overall.Tally.Errored > 0);
        report.Pair(0, 4).Outcome.ShouldBe(PairOutcome.SecondBetter);
    }
}

using Assay.Adapters.Calls;
using Assay.Adapters.Runs;
using Assay.Calls;
using Assay.Adapters.Protocols;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>Kept replies scored anew by a judge: at once, under a cap, and gone on with where it was stopped.</summary>
public sealed class RescoringTests : IDisposable
{
    private static readonly ScorerChoice Ask = new("ask-judge");

    private readonly EvalBench bench = new();
    private readonly Run run;

    public RescoringTests()
    {
        run = bench.Begin(30, s => s with { Concurrency = 6 }, models: "p/a");
        bench.Go(run).GetAwaiter().GetResult().Finished.ShouldBeTrue();
        bench.Asked.Clear();
        bench.Answer = (_, _) => Task.FromResult<AttemptEvent>(new AttemptEvent.Text("right"));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Rescoring Rescoring => new(bench.Runs, bench.Caller, bench.Time, bench.Scorers);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Judges_are_asked_at_once_and_no_more_than_allowed()
    {
        var (under, most, four) = (0, 0, new TaskCompletionSource());
        bench.Answer = async (_, _) =>
        {
            var now = Interlocked.Increment(ref under);
            lock (four) most = Math.Max(most, now);
            if (now == 4) four.TrySetResult();
            await four.Task;
            Interlocked.Decrement(ref under);
            return new AttemptEvent.Text("right");
        };
        RescoreProgress? progress = null;
        var result = await Rescoring.Run(run, Ask, concurrency: 4, started: p => progress = p, cancellationToken: Cancelled);
        most.ShouldBe(4, "the first four wait for each other");
        (result.Scored, bench.Asked.Count, progress!.All).ShouldBe((30, 30, 30));
        progress.Now.ShouldBe((30, 0, 30 * 0.002m));
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed);
        bench.Runs.Scorings(run.Id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_cap_that_runs_out_leaves_the_scores_as_they_were_and_a_higher_one_goes_on()
    {
        var before = bench.Runs.Results(run.Id);
        // A judge may take 4,096 tokens of output, some $0.41, and takes $0.002.
        var failed = await Should.ThrowAsync<RunException>(() => Rescoring.Run(run, Ask, maxCost: 0.43m, concurrency: 1, cancellationToken: Cancelled));
        failed.Message.ShouldContain("the same command with a higher --max-cost goes on");
        var asked = bench.Asked.Count;
        asked.ShouldBeInRange(1, 29);
        bench.Runs.Results(run.Id).ShouldBe(before);
        bench.Runs.Scorings(run.Id).Count.ShouldBe(1);
        RescoreProgress? progress = null;
        (await Rescoring.Run(run, Ask, maxCost: 5, started: p => progress = p, cancellationToken: Cancelled)).Scored.ShouldBe(30);
        bench.Asked.Count.ShouldBe(30, "nobody is asked twice");
        progress!.Now.Kept.ShouldBe(asked);
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed);
        bench.Runs.Scorings(run.Id).Count.ShouldBe(2);
        var judge = bench.Runs.Judges(run.Id).ShouldHaveSingleItem();
        (judge.Model, judge.Replies, judge.Usd, judge.AllUsd).ShouldBe(("p/judge", 30, 0.06m, 0.06m));
    }

    [Fact]
    public async Task What_earlier_parts_cost_counts_against_the_cap()
    {
        await Should.ThrowAsync<RunException>(() => Rescoring.Run(run, Ask, maxCost: 0.43m, concurrency: 1, cancellationToken: Cancelled));
        var asked = bench.Asked.Count;
        await Should.ThrowAsync<RunException>(() => Rescoring.Run(run, Ask, maxCost: 0.43m, concurrency: 1, cancellationToken: Cancelled));
        bench.Asked.Count.ShouldBe(asked, "the rest of it is too little for one more");
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_goes_on_later_with_what_was_said()
    {
        using var stop = new CancellationTokenSource();
        bench.Answer = (_, _) =>
        {
            if (bench.Asked.Count >= 10) stop.Cancel();
            return Task.FromResult<AttemptEvent>(new AttemptEvent.Text("right"));
        };
        await Should.ThrowAsync<OperationCanceledException>(() => Rescoring.Run(run, Ask, concurrency: 2, cancellationToken: stop.Token));
        bench.Runs.Scorings(run.Id).Count.ShouldBe(1);
        RescoreProgress? progress = null;
        await Rescoring.Run(run, Ask, started: p => progress = p, cancellationToken: Cancelled);
        progress!.Now.Kept.ShouldBeInRange(8, 11);
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed);
    }

    [Fact]
    public async Task Rules_ask_nobody_and_are_kept_whole_with_what_changed()
    {
        bench.Scorers = id => id == "echo" ? new Contrary() : null;
        var result = await Rescoring.Run(run, null, cancellationToken: Cancelled);
        (result.Scored, result.Flips.Count, result.NowFailed).ShouldBe((30, 30, 30));
        bench.Asked.ShouldBeEmpty();
        bench.Runs.Events(run.Id)[^1].Words.ShouldBe("Scored again as the suite says. 30 replies.");
    }

    private sealed class Contrary : Assay.Evaluation.Scorers.IReplyScorer
    {
        public string Id => "echo";
        public int Version => 2;
        public string? Fault(Sample sample, ScorerChoice choice) => null;
        public Score Score(Sample sample, ScorerChoice choice, Assay.Evaluation.Scorers.ScoredReply reply) => Assay.Evaluation.Score.Fail("No.");
    }
}

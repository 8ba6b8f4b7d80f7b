using System.Collections.Concurrent;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Tests.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class RunLoopTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_trial_is_asked_once_scored_and_kept()
    {
        using var bench = new EvalBench();
        bench.Answer = (r, _) => Task.FromResult<AttemptEvent>(EvalBench.Place(r) switch
        {
            3 => new AttemptEvent.Text("wrong"),
            4 => new AttemptEvent.Stopped(StopReason.Refusal),
            5 => EvalBench.Fails(FailureKind.BadRequest),
            6 => new AttemptEvent.Stopped(StopReason.Complete),
            _ => new AttemptEvent.Text(EvalBench.Right(r)),
        });
        var run = bench.Begin(10, s => s with { Repetitions = 2, Parameters = new() { MaxOutputTokens = 50, Temperature = 0.5m } });
        RunProgress? progress = null;
        var end = await bench.Go(run, started: p => progress = p);

        (end.Finished, end.Missing, end.Errored, end.InterruptedBefore).ShouldBe((true, 0, 4, 0));
        bench.Asked.Count.ShouldBe(40);
        bench.Asked.ShouldAllBe(r => r.System == SomeSuite.About.System && r.Parameters.Temperature == 0.5m);
        var results = bench.Runs.Results(run.Id);
        results.Count.ShouldBe(40);
        results.GroupBy(r => r.State).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(new Dictionary<TrialState, int>
        {
            [TrialState.Passed] = 24, [TrialState.Failed] = 8, [TrialState.Refused] = 4, [TrialState.Errored] = 4,
        }, ignoreOrder: true);
        results.Where(r => r.State is TrialState.Passed).ShouldAllBe(r => r.Usd == 0.002m && r.InputTokens == 100 && r.Latency != null && r.Attempts == 1);
        var empty = bench.Runs.Trials(run.Id, [new(1, 6, 1)]).Single();
        (((CallOutcome.Replied)empty.Outcome!).Stop, empty.Scorer).ShouldBe((StopReason.Empty, "echo 1"));
        bench.Runs.Events(run.Id).Select(e => e.Kind).ShouldBe([RunEventKind.Started, RunEventKind.Finished]);
        progress!.Now().Select(m => (m.Total, m.Ended, m.Passed, m.Failed, m.Refused, m.Errored, m.UnderWay, m.Waiting)).ShouldBe([(20, 20, 12, 4, 2, 2, 0, 0), (20, 20, 12, 4, 2, 2, 0, 0)]);
    }

    [Fact]
    public async Task Going_on_asks_only_what_failed_and_keeps_what_was_answered()
    {
        using var bench = new EvalBench();
        bench.Answer = (r, _) => Task.FromResult<AttemptEvent>(EvalBench.Place(r) < 3 ? EvalBench.Fails() : new AttemptEvent.Text("0"));
        var run = bench.Begin(6, models: "p/a");
        (await bench.Go(run)).Errored.ShouldBe(3);
        bench.Asked.Clear();
        bench.Answer = (_, _) => Task.FromResult<AttemptEvent>(new AttemptEvent.Text("2"));
        var end = await bench.Go(run);
        (end.Finished, end.Errored).ShouldBe((true, 0));
        bench.Asked.Select(EvalBench.Place).Order().ShouldBe([0, 1, 2]);
        bench.Runs.Results(run.Id).Select(r => r.State).ShouldBe([TrialState.Failed, TrialState.Passed, TrialState.Failed, TrialState.Failed, TrialState.Failed, TrialState.Failed]);
        bench.Runs.Trials(run.Id, [new(0, 1, 0)]).Single().Tries.ShouldBe(2);
        bench.Runs.Events(run.Id).Select(e => e.Kind).ShouldBe([RunEventKind.Started, RunEventKind.Finished, RunEventKind.Resumed, RunEventKind.Finished]);
        bench.Asked.Clear();
        (await bench.Go(run)).Finished.ShouldBeTrue();
        bench.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_cap_holds_with_many_calls_at_once_at_any_cost_and_over_every_part_of_a_run()
    {
        using var bench = new EvalBench(new ManualTime { Skips = TimeSpan.FromMinutes(2) });
        var random = new Random(42);
        var spent = 0m;
        double Chance() { lock (random) return random.NextDouble(); }
        // A call may cost up to some $0.017; most cost less, some fail and may have been paid, some are refused for free.
        bench.Usage = _ => ((long)(Chance() * 400), (long)(Chance() * 100));
        bench.Answer = async (_, token) =>
        {
            await Task.Yield();
            var luck = Chance();
            if (luck < 0.1) return EvalBench.Fails(FailureKind.Connection, mayPass: true, paid: true);
            if (luck < 0.2) return EvalBench.Fails(FailureKind.RateLimited, mayPass: true);
            return new AttemptEvent.Text("0");
        };
        var usage = bench.Usage;
        bench.Usage = r =>
        {
            var u = usage(r);
            lock (random) spent += u.In * 0.00001m + u.Out * 0.0001m;
            return u;
        };
        var run = bench.Begin(2_000, s => s with { Concurrency = 64, MaxCost = 1, Parameters = new() { MaxOutputTokens = 100 } });
        var before = 0;
        for (var part = 0; part < 4; part++)
        {
            var cap = part == 3 ? 1.5m : 1;
            var end = await bench.Go(run with { Settings = run.Settings with { MaxCost = cap } });
            (end.Finished, end.Stop!.Kind).ShouldBe((false, StopKind.Cap));
            end.Stop.Words.ShouldContain("of the cap of");
            spent.ShouldBeLessThanOrEqualTo(cap);
            Counted(bench, run.Id).ShouldBeLessThanOrEqualTo(cap);
            Counted(bench, run.Id).ShouldBeGreaterThan(cap - 0.05m);
            var answered = bench.Runs.Results(run.Id).Count(r => r.State is TrialState.Failed or TrialState.Passed);
            if (part is 0 or 3) answered.ShouldBeGreaterThan(before + 30);
            before = answered;
        }
        bench.Runs.Results(run.Id).Count.ShouldBeLessThan(4_000);
    }

    [Fact]
    public async Task A_part_without_a_cap_whose_cost_cannot_be_told_lets_no_later_part_promise_one()
    {
        using var bench = new EvalBench(new ManualTime { Skips = TimeSpan.FromMinutes(2) });
        bench.Answer = (_, _) => Task.FromResult(EvalBench.Fails(FailureKind.Connection, mayPass: true, paid: true));
        var run = bench.Begin(2);
        await bench.Go(run);
        (await Should.ThrowAsync<RunException>(() => bench.Go(run with { Settings = run.Settings with { MaxCost = 5 } }))).Message.ShouldContain("--max-cost");
    }

    [Fact]
    public async Task A_trial_that_waits_to_be_asked_again_holds_up_no_other()
    {
        var time = new ManualTime();
        using var bench = new EvalBench(time);
        var all = new TaskCompletionSource();
        var refused = 0;
        bench.Answer = (r, _) =>
        {
            if (EvalBench.Place(r) == 0 && Interlocked.Increment(ref refused) == 1) return Task.FromResult(EvalBench.Fails(FailureKind.RateLimited, mayPass: true, after: TimeSpan.FromSeconds(60)));
            if (EvalBench.Place(r) == 9) all.TrySetResult();
            return Task.FromResult<AttemptEvent>(new AttemptEvent.Text(EvalBench.Right(r)));
        };
        var run = bench.Begin(10, s => s with { Concurrency = 1 }, models: "p/a");
        RunProgress? progress = null;
        var going = bench.Go(run, started: p => progress = p);
        await all.Task.WaitAsync(Cancelled);
        going.IsCompleted.ShouldBeFalse();
        bench.MostAtOnce.ShouldBe(1);
        while (progress!.Now()[0] is not { Ended: 9, Waiting: 1, UnderWay: 1 }) await Task.Delay(5, Cancelled);
        time.Advance(TimeSpan.FromMinutes(2));
        (await going).Finished.ShouldBeTrue();
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed);
    }

    [Fact]
    public async Task In_a_storm_of_refusals_no_trial_is_lost_and_none_asked_before_its_time()
    {
        var time = new ManualTime { Skips = TimeSpan.FromMinutes(2) };
        using var bench = new EvalBench(time, limits: new() { Attempts = 40, AllWaits = TimeSpan.FromHours(10) });
        var random = new Random(3);
        var notBefore = new ConcurrentDictionary<(string, int), DateTimeOffset>();
        var early = 0;
        bench.Answer = async (r, _) =>
        {
            await Task.Yield();
            var key = (r.Model.Model, EvalBench.Place(r));
            if (notBefore.TryGetValue(key, out var due) && time.GetUtcNow() < due) Interlocked.Increment(ref early);
            double luck;
            lock (random) luck = random.NextDouble();
            if (luck >= 0.4) return new AttemptEvent.Text(EvalBench.Right(r));
            var wait = TimeSpan.FromSeconds(1 + luck * 50);
            notBefore[key] = time.GetUtcNow() + wait;
            return EvalBench.Fails(FailureKind.RateLimited, mayPass: true, after: wait);
        };
        var run = bench.Begin(500, s => s with { Concurrency = 32 });
        var end = await bench.Go(run);
        (end.Finished, end.Errored, early).ShouldBe((true, 0, 0));
        bench.MostAtOnce.ShouldBeLessThanOrEqualTo(32);
        var results = bench.Runs.Results(run.Id);
        results.Count.ShouldBe(1_000);
        results.ShouldAllBe(r => r.State == TrialState.Passed);
        results.Sum(r => r.Attempts).ShouldBe(bench.Asked.Count);
    }

    [Fact]
    public async Task A_slow_model_holds_up_no_other()
    {
        using var bench = new EvalBench();
        var slow = new TaskCompletionSource();
        var fast = new TaskCompletionSource();
        var done = 0;
        bench.Answer = async (r, _) =>
        {
            if (r.Model.Model == "a") await slow.Task;
            else if (Interlocked.Increment(ref done) == 200) fast.SetResult();
            return new AttemptEvent.Text("0");
        };
        var run = bench.Begin(200, s => s with { Concurrency = 8 }, models: ["p/a", "p/b"]);
        var going = bench.Go(run);
        await fast.Task.WaitAsync(Cancelled);
        // Half of the places were its own; the rest come to it once the fast one is done.
        while (bench.MostAtOnce < 8) await Task.Delay(5, Cancelled);
        slow.SetResult();
        (await going).Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task Stopped_it_sends_nothing_new_lets_end_what_is_under_way_and_goes_on_later()
    {
        using var bench = new EvalBench();
        using var stop = new CancellationTokenSource();
        var under = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        bench.Answer = async (r, _) =>
        {
            if (bench.Asked.Count == 4) under.TrySetResult();
            await gate.Task;
            return new AttemptEvent.Text(EvalBench.Right(r));
        };
        var run = bench.Begin(50, s => s with { Concurrency = 4 });
        var going = bench.Go(run, stop: stop.Token);
        await under.Task.WaitAsync(Cancelled);
        await stop.CancelAsync();
        gate.SetResult();
        var end = await going;
        (end.Finished, end.Stop!.Kind, end.Missing).ShouldBe((false, StopKind.User, 96));
        bench.Runs.Results(run.Id).Select(r => r.State).ShouldBe([TrialState.Passed, TrialState.Passed, TrialState.Passed, TrialState.Passed]);
        (await bench.Go(run)).Finished.ShouldBeTrue();
        bench.Asked.Count.ShouldBe(100);
    }

    [Fact]
    public async Task What_does_not_end_in_time_after_a_stop_is_interrupted_and_asked_again()
    {
        using var bench = new EvalBench();
        using var stop = new CancellationTokenSource();
        var hang = true;
        var under = new TaskCompletionSource();
        bench.Answer = async (r, token) =>
        {
            under.TrySetResult();
            if (hang) await Task.Delay(Timeout.Infinite, token);
            return new AttemptEvent.Text(EvalBench.Right(r));
        };
        var run = bench.Begin(3, s => s with { Concurrency = 1 }, models: "p/a");
        var going = new RunLoop(bench.Runs, bench.Caller, bench.Time, bench.Scorers) { Grace = TimeSpan.FromMilliseconds(1) }.Go(run, null, stop.Token);
        await under.Task.WaitAsync(Cancelled);
        await stop.CancelAsync();
        (await going).Missing.ShouldBe(3);
        bench.Runs.Results(run.Id).ShouldHaveSingleItem().State.ShouldBe(TrialState.Interrupted);
        hang = false;
        var end = await bench.Go(run);
        (end.Finished, end.InterruptedBefore).ShouldBe((true, 1));
        bench.Runs.Events(run.Id)[2].Words.ShouldContain("1 call had gone out before and brought no answer");
    }

    [Fact]
    public async Task One_run_belongs_to_one_at_a_time()
    {
        using var bench = new EvalBench();
        var run = bench.Begin(1);
        using (RunLock.Take(bench.Store, run.Id))
        {
            RunLock.IsHeld(bench.Store, run.Id).ShouldBeTrue();
            var words = (await Should.ThrowAsync<StoreException>(() => bench.Go(run))).Message;
            words.ShouldContain("under way in another process");
            words.ShouldContain($"({Environment.ProcessId})");
        }
        RunLock.IsHeld(bench.Store, run.Id).ShouldBeFalse();
        bench.Asked.ShouldBeEmpty();
        (await bench.Go(run)).Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task A_model_whose_calls_cannot_succeed_is_given_up_and_the_others_go_on()
    {
        using var bench = new EvalBench();
        bench.Answer = (r, _) => Task.FromResult<AttemptEvent>(r.Model.Model == "a" ? EvalBench.Fails(FailureKind.Unauthorized) : new AttemptEvent.Text("0"));
        var run = bench.Begin(500, s => s with { Concurrency = 2 });
        var end = await bench.Go(run);
        end.Finished.ShouldBeFalse();
        end.Words.ShouldContain("p/a is asked no more");
        bench.Asked.Count(r => r.Model.Model == "a").ShouldBeLessThan(30);
        bench.Asked.Count(r => r.Model.Model == "b").ShouldBe(500);
    }

    [Fact]
    public async Task A_second_run_takes_earlier_replies_where_that_is_asked_for_and_says_so()
    {
        using var bench = new EvalBench();
        bench.Answer = (r, _) => Task.FromResult<AttemptEvent>(new AttemptEvent.Text($"{bench.Asked.Count}"));
        var first = bench.Begin(20, s => s with { Repetitions = 2 });
        await bench.Go(first);
        bench.Asked.Clear();
        var second = bench.Begin(20, s => s with { Repetitions = 3, Cache = true });
        (await bench.Go(second)).Finished.ShouldBeTrue();
        // Two replies there were of each: only the third repetition is asked.
        bench.Asked.Count.ShouldBe(40);
        var (was, now) = (bench.Runs.Results(first.Id), bench.Runs.Results(second.Id));
        now.Count(r => r.Cached).ShouldBe(80);
        now.Where(r => r.Cached).ShouldAllBe(r => r.Usd == 0 && r.Latency == null && r.FirstToken == null && r.Attempts == 0);
        var keys = was.Select(r => r.Key).ToArray();
        bench.Runs.Trials(second.Id, keys).Select(t => ((CallOutcome.Replied)t.Outcome!).Text).ShouldBe(bench.Runs.Trials(first.Id, keys).Select(t => ((CallOutcome.Replied)t.Outcome!).Text));
        bench.Runs.Exchange(second.Id, keys[0]).ShouldNotBeNull();

        bench.Asked.Clear();
        await bench.Go(bench.Begin(20, s => s with { Cache = true, Parameters = new() { Temperature = 1 } }));
        bench.Asked.Count.ShouldBe(40);
    }

    [Fact]
    public async Task A_judge_is_asked_under_the_same_cap_and_its_call_is_kept_with_the_score()
    {
        using var bench = new EvalBench();
        bench.Answer = (r, _) => Task.FromResult<AttemptEvent>(new AttemptEvent.Text(r.Model.Model == "judge" ? "right" : "x"));
        var suite = SomeSuite.About with { DefaultScorer = new("ask-judge") };
        var run = bench.Begin(20, s => s with { MaxCost = 100, Parameters = new() { MaxOutputTokens = 50 } }, suite, "p/a");
        (await bench.Go(run)).Finished.ShouldBeTrue();
        bench.Asked.Count.ShouldBe(40);
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed && r.Usd == 0.002m);
        Counted(bench, run.Id).ShouldBe(40 * 0.002m);
        using var connection = bench.Store.Connect();
        SqliteDialect.Number(connection, "select count(*) from eval_score where judge like '%right%' and judge_cost = 2000000000").ShouldBe(20);
    }

    [Fact]
    public async Task A_cap_that_leaves_nothing_for_the_judge_stops_the_run_and_the_score_is_given_later()
    {
        using var bench = new EvalBench();
        bench.Answer = (r, _) => Task.FromResult<AttemptEvent>(new AttemptEvent.Text(r.Model.Model == "judge" ? "right" : "x"));
        var suite = SomeSuite.About with { DefaultScorer = new("ask-judge") };
        // A judge may take 4,096 tokens of output: some $0.42.
        var run = bench.Begin(5, s => s with { MaxCost = 0.2m, Concurrency = 1, Parameters = new() { MaxOutputTokens = 50 } }, suite, "p/a");
        var end = await bench.Go(run);
        (end.Finished, end.Stop!.Kind).ShouldBe((false, StopKind.Cap));
        bench.Asked.ShouldAllBe(r => r.Model.Model == "a");
        var answered = bench.Asked.Count;
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Unscored);
        (await bench.Go(run with { Settings = run.Settings with { MaxCost = 10 } })).Finished.ShouldBeTrue();
        bench.Asked.Count.ShouldBe(10);
        answered.ShouldBeInRange(1, 4);
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed);
    }

    [Fact]
    public async Task Fifty_thousand_samples_are_never_all_in_memory()
    {
        using var bench = new EvalBench();
        const int count = 50_000;
        var text = new string('x', 1_500);
        var run = bench.Begin(Enumerable.Range(0, count).Select(i => SomeSuite.Sample(i) with { Scorer = null, Input = $"[#{i}] {text}{i}" }), count, s => s with { Concurrency = 32 }, models: "p/a");
        // Counted, not weighed: other tests of the process come and go with memory of their own.
        var (prompts, most, asked) = (new System.Collections.Concurrent.ConcurrentBag<WeakReference>(), 0, 0);
        bench.Answer = (r, _) =>
        {
            bench.Asked.Clear();
            prompts.Add(new(r.Prompt));
            if (Interlocked.Increment(ref asked) % 12_000 == 0)
            {
                GC.Collect();
                most = Math.Max(most, prompts.Count(p => p.IsAlive));
            }
            return Task.FromResult<AttemptEvent>(new AttemptEvent.Text("0"));
        };
        (await bench.Go(run)).Finished.ShouldBeTrue();
        asked.ShouldBe(count);
        most.ShouldBeInRange(1, 3_000, "texts of samples that are held at once");
    }

    private static decimal Counted(EvalBench bench, string run)
    {
        using var connection = bench.Store.Connect();
        return EarlierSpend.Of(connection, run).Usd;
    }
}

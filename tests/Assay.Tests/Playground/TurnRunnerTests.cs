using System.Security.Cryptography;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Host.Playground;
using Assay.Playground;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Playground;

public sealed class TurnRunnerTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ScriptedModels models = new();
    private readonly TurnStore store;
    private readonly RandomNumberGenerator random = RandomNumberGenerator.Create();
    private readonly List<TurnRunner> runners = [];

    public TurnRunnerTests() => store = new(Store.Open(folder.In("assay.db")));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in runners) await runner.DisposeAsync();
        random.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_lane_that_hangs_and_one_that_fails_delay_no_other()
    {
        models.Script("p/hangs");
        var fails = models.Script("p/fails");
        var run = Runner().Start(ScriptedModels.Plan("p/hangs", "p/fails", "p/answers"))!;
        var failure = new CallFailure(FailureKind.ProviderError, "The provider answered 503.");
        await fails.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("p/fails"), "") with { Outcome = new CallOutcome.Failed(failure) }), Token);

        var ended = new List<int>();
        await foreach (var what in run.Follow(0, Token))
            if (what is TurnEvent.OfLane { What: CallEvent.Ended } lane)
            {
                ended.Add(lane.Place);
                if (ended.Count == 2) break;
            }
        ended.ShouldBe([1, 2], ignoreOrder: true);
        run.Ended.IsCompleted.ShouldBeFalse();
        run.Turn.Lanes[0].Transcript.ShouldBeNull();
        run.Turn.Lanes[1].Transcript!.Outcome.ShouldBe(new CallOutcome.Failed(failure));
        run.Turn.Lanes[2].Transcript!.Text.ShouldBe("Say something.");

        run.Stop(0).ShouldBeTrue();
        await run.Ended.WaitAsync(Token);
        run.Turn.Lanes[0].Transcript!.Outcome.ShouldBeOfType<CallOutcome.Cancelled>().PossiblyPaid.ShouldBeFalse();
        run.Stop(3).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_who_comes_back_gets_every_event_once_and_in_order()
    {
        var script = models.Script("p/streams");
        var run = Runner().Start(ScriptedModels.Plan("p/streams", "p/answers"))!;
        await script.WriteAsync(new CallEvent.Text("one "), Token);
        var first = new List<TurnEvent>();
        await foreach (var what in run.Follow(0, Token))
        {
            first.Add(what);
            if (first.Count == 3) break;
        }
        await script.WriteAsync(new CallEvent.Text("two"), Token);
        await script.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("p/streams"), "one two")), Token);

        var rest = await run.Follow(first[^1].Number, Token).ToListAsync(Token);
        int[] numbers = [.. first.Concat(rest).Select(e => e.Number)];
        numbers.ShouldBe(Enumerable.Range(1, numbers.Length));
        rest[^1].ShouldBeOfType<TurnEvent.Ended>();
        string.Concat(first.Concat(rest).OfType<TurnEvent.OfLane>().Where(e => e.Place == 0).Select(e => (e.What as CallEvent.Text)?.Piece)).ShouldBe("one two");
        (await run.Follow(0, Token).ToListAsync(Token)).Count.ShouldBe(numbers.Length);
        (await run.Follow(numbers.Length, Token).ToListAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lane_that_takes_too_long_is_a_failure_and_not_an_answer()
    {
        var time = new StoppedClock();
        await models.Script("p/hangs").WriteAsync(new CallEvent.Text("half an ans"), Token);
        var run = Runner(new() { Lane = TimeSpan.FromMinutes(2) }, time).Start(ScriptedModels.Plan("p/hangs"))!;
        await foreach (var what in run.Follow(0, Token)) if (what is TurnEvent.OfLane) break;
        time.Advance(TimeSpan.FromMinutes(3));
        await run.Ended.WaitAsync(Token);
        var failed = run.Turn.Lanes[0].Transcript!.Outcome.ShouldBeOfType<CallOutcome.Failed>();
        failed.Failure.Kind.ShouldBe(FailureKind.TimedOut);
        failed.Failure.Message.ShouldContain("2 minutes");
        failed.PartialText.ShouldBe("half an ans");
        run.Turn.Lanes[0].Transcript!.Text.ShouldBeNull();
    }

    [Fact]
    public async Task One_turn_more_than_may_run_is_refused_until_one_ends()
    {
        models.Script("p/hangs");
        var runner = Runner(new() { Turns = 2 });
        var first = runner.Start(ScriptedModels.Plan("p/hangs"))!;
        var second = runner.Start(ScriptedModels.Plan("p/hangs"))!;
        runner.Start(ScriptedModels.Plan("p/answers")).ShouldBeNull();
        first.Stop();
        await first.Ended.WaitAsync(Token);
        await runner.Start(ScriptedModels.Plan("p/answers"))!.Ended.WaitAsync(Token);
        second.Stop();
    }

    [Fact]
    public async Task A_fault_of_the_program_ends_its_lane_in_words()
    {
        models.Says("p/throws", _ => throw new InvalidOperationException("boom"));
        var run = Runner().Start(ScriptedModels.Plan("p/throws", "p/answers"))!;
        await run.Ended.WaitAsync(Token);
        run.Turn.Lanes[0].Transcript!.Outcome.ShouldBeOfType<CallOutcome.Failed>().Failure.Message.ShouldContain("fault of the program (InvalidOperationException)");
        run.Turn.Lanes[1].Transcript!.Outcome.ShouldBeOfType<CallOutcome.Replied>();
    }

    [Fact]
    public async Task Events_are_forgotten_some_time_after_the_end_and_the_turn_is_not()
    {
        var time = new StoppedClock();
        var runner = Runner(time: time);
        var run = runner.Start(ScriptedModels.Plan("p/answers"))!;
        await run.Ended.WaitAsync(Token);
        runner.Find(run.Turn.Id).ShouldBe(run);
        // The wait begins just after the end is told.
        for (var i = 0; i < 200 && runner.Find(run.Turn.Id) is not null; i++)
        {
            time.Advance(TimeSpan.FromMinutes(11));
            await Task.Delay(10, Token);
        }
        runner.Find(run.Turn.Id).ShouldBeNull();
        runner.Look(run.Turn.Id)!.Lanes[0].Transcript!.Text.ShouldBe("Say something.");
    }

    [Fact]
    public async Task Closing_stops_what_runs_and_keeps_what_came()
    {
        await models.Script("p/hangs").WriteAsync(new CallEvent.Text("half"), Token);
        var runner = Runner();
        var run = runner.Start(ScriptedModels.Plan("p/hangs"))!;
        await foreach (var what in run.Follow(0, Token)) if (what is TurnEvent.OfLane) break;
        await runner.DisposeAsync();
        store.Find(run.Turn.Id)!.Lanes[0].Transcript!.Outcome.ShouldBeOfType<CallOutcome.Cancelled>().PartialText.ShouldBe("half");
        runner.Start(ScriptedModels.Plan("p/answers")).ShouldBeNull();
    }

    [Fact]
    public async Task An_image_that_is_read_later_reaches_every_lane_and_the_store()
    {
        var image = new CallImage(Convert.ToHexStringLower(SHA256.HashData([1, 2, 3])), "image/png", 4, 3, new byte[] { 1, 2, 3 });
        var go = new TaskCompletionSource();
        var run = Runner().Start(ScriptedModels.Plan("p/a", "p/b") with
        {
            Later = async (progress, stop) =>
            {
                progress.Report(new("Fetching: 1 of 2 MB", 0.5));
                await go.Task.WaitAsync(stop);
                return (image, null);
            },
        })!;
        await foreach (var what in run.Follow(0, Token)) if (what is TurnEvent.OfLane { Place: 1, What: CallEvent.Progress }) break;
        run.Doing(0).ShouldBe(new CallEvent.Progress("Fetching: 1 of 2 MB", 0.5));
        run.Turn.Images.ShouldBeEmpty();
        models.Asked.ShouldBeEmpty();
        go.SetResult();
        await run.Ended.WaitAsync(Token);
        models.Asked.ShouldAllBe(r => r.Images.Single() == image);
        (await run.Follow(0, Token).ToListAsync(Token)).OfType<TurnEvent.Pictured>().ShouldHaveSingleItem().Image.ShouldBe(image.Sent);
        store.Find(run.Turn.Id)!.Images.ShouldBe([image.Sent]);
        store.Image(image.Hash)!.Bytes.ToArray().ShouldBe([1, 2, 3]);
        run.Doing(0).ShouldBeNull();
    }

    [Fact]
    public async Task An_image_that_cannot_be_read_after_all_asks_nobody()
    {
        var failure = new CallFailure(FailureKind.Engine, "The image cannot be read yet: npm could not reach its registry.");
        var run = Runner().Start(ScriptedModels.Plan("p/a", "p/b") with { Later = (_, _) => Task.FromResult<(CallImage?, CallFailure?)>((null, failure)) })!;
        await run.Ended.WaitAsync(Token);
        models.Asked.ShouldBeEmpty();
        run.Turn.Lanes.ShouldAllBe(l => l.Transcript!.Outcome == new CallOutcome.Failed(failure, null));
    }

    [Fact]
    public async Task When_every_lane_is_stopped_nobody_waits_for_the_image()
    {
        var left = new TaskCompletionSource();
        var run = Runner().Start(ScriptedModels.Plan("p/a", "p/b") with
        {
            Later = async (_, stop) =>
            {
                await using var told = stop.Register(left.SetResult);
                await Task.Delay(Timeout.Infinite, stop);
                return default;
            },
        })!;
        run.Stop(0);
        await foreach (var what in run.Follow(0, Token)) if (what is TurnEvent.OfLane { What: CallEvent.Ended }) break;
        left.Task.IsCompleted.ShouldBeFalse();
        run.Stop();
        await run.Ended.WaitAsync(Token);
        await left.Task.WaitAsync(Token);
        run.Turn.Lanes.ShouldAllBe(l => l.Transcript!.Outcome is CallOutcome.Cancelled);
    }

    private TurnRunner Runner(TurnLimits? limits = null, TimeProvider? time = null)
    {
        var runner = new TurnRunner(models.Call, store, limits ?? new(), time ?? TimeProvider.System, random, NullLogger<TurnRunner>.Instance);
        runners.Add(runner);
        return runner;
    }
}

/// <summary>A clock that moves when told, and whose timers then fire.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = ScriptedModels.Started;

    public override DateTimeOffset GetUtcNow() => now;
    public override long GetTimestamp() => now.Ticks;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(t => t.Due <= now)];
            foreach (var timer in due) timers.Remove(timer);
        }
        foreach (var timer in due) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(StoppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;
                Due = clock.now + dueTime;
                clock.timers.Add(this);
            }
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>Calls one model. The last event is <see cref="CallEvent.Ended"/>.</summary>
public delegate IAsyncEnumerable<CallEvent> CallModel(CallRequest request, CancellationToken cancellationToken);

/// <summary>As <see cref="CallModel"/>, under a cap on what calls that share it may cost.</summary>
public delegate IAsyncEnumerable<CallEvent> CallCapped(CallRequest request, Adapters.Calls.SpendCap cap, CancellationToken cancellationToken);

/// <summary>Starts turns and knows those that run or ended a little while ago. Thread-safe.</summary>
public sealed partial class TurnRunner(CallModel call, TurnStore store, TurnLimits limits, TimeProvider time, RandomNumberGenerator random, ILogger<TurnRunner> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TurnRun> runs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();

    /// <summary>Keeps the question, then starts every lane at once. Null where as many turns run as may.</summary>
    /// <param name="announce">Hears of the turn before it is kept.</param>
    public TurnRun? Start(TurnPlan plan, Action<Turn>? announce = null)
    {
        var chance = new byte[TurnId.RandomBytes];
        random.GetBytes(chance);
        var now = time.GetUtcNow();
        var turn = new Turn
        {
            Id = TurnId.Create(now, chance), Created = now, Task = plan.Task, Prompt = plan.Prompt, Images = [.. plan.Images.Select(i => i.Sent)], Reference = plan.Reference,
            Lanes = [.. plan.Requests.Select((r, i) => new Lane(i, r.Model))],
        };
        TurnRun run;
        lock (gate)
        {
            if (closing.IsCancellationRequested || runs.Values.Count(r => !r.Ended.IsCompleted) >= limits.Turns) return null;
            run = new(turn);
            runs[turn.Id.Text] = run;
        }
        try
        {
            announce?.Invoke(turn);
            store.Begin(turn, plan.Images);
        }
        catch
        {
            runs.TryRemove(turn.Id.Text, out _);
            run.End();
            throw;
        }
        _ = RunAll(run, plan);
        return run;
    }

    /// <summary>A turn that runs, or ended so little ago that its events are still there.</summary>
    public TurnRun? Find(TurnId id) => runs.GetValueOrDefault(id.Text);

    /// <summary>Whether it still runs.</summary>
    public bool Runs(TurnId id) => Find(id) is { Ended.IsCompleted: false };

    /// <summary>The turn as it stands: while it runs from memory, afterwards as it is kept.</summary>
    public Turn? Look(TurnId id) => Find(id) is { Ended.IsCompleted: false } run ? run.Turn : store.Find(id);

    private async Task RunAll(TurnRun run, TurnPlan plan)
    {
        using var unwanted = new CancellationTokenSource();
        var reading = plan.Later is { } later ? Read(run, later, unwanted.Token) : null;
        await Task.WhenAll(plan.Requests.Select((request, place) => Task.Run(() => RunLane(run, place, request, reading, plan.Call ?? call))));
        // Where every lane was stopped, nobody waits for the image any more.
        await unwanted.CancelAsync();
        if (reading is not null) await Task.WhenAny(reading);
        run.End();
        // Whoever lost the connection may come back for a while.
        await Task.Delay(limits.Kept, time, closing.Token).ContinueWith(_ => runs.TryRemove(run.Turn.Id.Text, out TurnRun? _), TaskScheduler.Default);
    }

    /// <summary>Brings an image that is still to be read, for all lanes, and keeps it; or why there is none.</summary>
    private async Task<(CallImage? Image, CallFailure? Failure)> Read(TurnRun run, ReadLater later, CancellationToken cancellationToken)
    {
        // Whoever starts a turn waits for none of this.
        await Task.Yield();
        var (image, failure) = await later(new InstallSteps(run), cancellationToken);
        if (image is null) return (null, failure);
        store.Picture(run.Turn.Id, image);
        run.Picture(image.Sent);
        return (image, null);
    }

    private async Task RunLane(TurnRun run, int place, CallRequest request, Task<(CallImage? Image, CallFailure? Failure)>? reading, CallModel caller)
    {
        var started = time.GetUtcNow();
        var clock = time.GetTimestamp();
        using var late = new CancellationTokenSource(limits.Lane, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Token(place), late.Token, closing.Token);
        var partial = new System.Text.StringBuilder();
        var sent = false;
        Transcript? transcript = null;
        try
        {
            if (reading is not null)
            {
                var (image, failure) = await reading.WaitAsync(stop.Token);
                if (image is not null) request = request with { Images = [image] };
                else transcript = Broken(new CallOutcome.Failed(failure!));
            }
            if (transcript is null) await foreach (var what in caller(request, stop.Token).WithCancellation(stop.Token))
            {
                if (what is CallEvent.Ended ended)
                {
                    transcript = ended.Transcript;
                    break;
                }
                sent |= what is CallEvent.AttemptStarted;
                if (what is CallEvent.Text text) partial.Append(text.Piece);
                else if (what is CallEvent.AttemptFailed { RetryIn: not null }) partial.Clear();
                run.Add(place, what);
            }
            transcript ??= Broken(new CallOutcome.Failed(new(FailureKind.ProviderError, "The call ended without saying how. This is a fault of the program."), Partial()));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            transcript = Broken(new CallOutcome.Cancelled(sent && !request.Model.IsLocal, Partial()));
        }
#pragma warning disable CA1031 // A fault in one lane must not end the others, nor pass in silence.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LaneBroke(log, e, request.Model.ToString());
            transcript = Broken(new CallOutcome.Failed(new(FailureKind.ProviderError, $"The call broke off through a fault of the program ({e.GetType().Name}). The log has the details.") { PossiblyPaid = sent && !request.Model.IsLocal }, Partial()));
        }
        if (late.IsCancellationRequested && transcript.Outcome is CallOutcome.Cancelled cut)
        {
            var failure = new CallFailure(FailureKind.TimedOut, $"The model was stopped after {limits.Lane.TotalMinutes:0.##} minutes, the longest that a lane may take.") { MayPass = true, PossiblyPaid = cut.PossiblyPaid };
            transcript = transcript with { Outcome = new CallOutcome.Failed(failure, cut.PartialText) };
        }
        Keep(run, place, transcript);

        string? Partial() => partial.Length == 0 ? null : partial.ToString();
        Transcript Broken(CallOutcome outcome) => new()
        {
            Model = request.Model, Task = request.Task, System = request.System, Prompt = request.Prompt, Images = [.. request.Images.Select(i => i.Sent)], Asked = request.Parameters, Outcome = outcome, Started = started,
            Total = time.GetElapsedTime(clock),
        };
    }

    private void Keep(TurnRun run, int place, Transcript transcript)
    {
        try
        {
            store.End(run.Turn.Id, place, transcript);
        }
        catch (Exception e) when (e is Adapters.Storage.StoreException or Microsoft.Data.Sqlite.SqliteException)
        {
            // The answer is shown all the same; it will be missing after a restart.
            NotKept(log, e, run.Turn.Id.Text, place);
        }
        // The bytes lie in the store: memory need not hold them as well.
        run.EndLane(place, transcript with { Exchange = null });
    }

    private sealed class InstallSteps(TurnRun run) : IProgress<InstallStep>
    {
        public void Report(InstallStep value)
        {
            foreach (var lane in run.Turn.Lanes.Where(l => l.Transcript is null)) run.Add(lane.Place, new CallEvent.Progress(value.Words, value.Done));
        }
    }

    /// <summary>Stops what runs, and waits until it is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] open;
        lock (gate)
        {
            if (closing.IsCancellationRequested) return;
            open = [.. runs.Values.Select(r => r.Ended)];
            closing.Cancel();
        }
        await Task.WhenAll(open).WaitAsync(TimeSpan.FromSeconds(5)).ContinueWith(_ => { }, TaskScheduler.Default);
        closing.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "A call to {Model} broke off")]
    private static partial void LaneBroke(ILogger logger, Exception e, string model);

    [LoggerMessage(LogLevel.Error, "Lane {Place} of turn {Turn} could not be kept")]
    private static partial void NotKept(ILogger logger, Exception e, string turn, int place);
}

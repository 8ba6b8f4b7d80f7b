using System.Collections.Concurrent;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Calls;
using Assay.Host.Catalog;

namespace Assay.Host.Evaluation;

/// <summary>The runs of this process. When it ends they stop, and can be gone on with. Thread-safe.</summary>
public sealed partial class LiveRuns(RunStore runs, LiveCalls calls, LiveCatalog catalog, TimeProvider time, ILogger<LiveRuns> log) : IAsyncDisposable
{
    /// <summary>Runs at once: more would only take each other's places.</summary>
    public const int Most = 4;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, LiveRun> all = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private bool closing;

    /// <summary>Goes on with a run that is kept. Null where as many run as may, or this one does.</summary>
    public LiveRun? Start(Run run)
    {
        lock (gate)
        {
            foreach (var (id, ended) in all)
                if (ended.Ended.IsCompleted && all.Count > 100) all.TryRemove(id, out _);
            if (closing || all.Values.Count(r => !r.Ended.IsCompleted) >= Most || all.TryGetValue(run.Id, out var there) && !there.Ended.IsCompleted) return null;
            var live = new LiveRun(run, new(time));
            all[run.Id] = live;
            live.Begin(Go(live));
            return live;
        }
    }

    /// <summary>A run of this process, under way or ended; null where it has none of this id.</summary>
    public LiveRun? Find(string id) => all.GetValueOrDefault(id);

    private async Task<RunEnd> Go(LiveRun live)
    {
        await Task.Yield();
        try
        {
            var end = await new RunLoop(runs, calls.Caller, time) { Grace = LastWords }.Go(live.Run, p => live.Progress = p, live.Stopping);
            if (end.Finished) RunsAsClaims.Refresh(runs, () => catalog.Current, time, live.Run.Id);
            return end;
        }
#pragma warning disable CA1031 // Nobody waits for it: whatever it is, the run says so.
        catch (Exception e)
#pragma warning restore CA1031
        {
            RunBroke(log, e, live.Run.Id);
            return new(false, new(StopKind.Fault, e.Message), e.Message, 0, 0, 0, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate) closing = true;
        foreach (var run in all.Values) run.Stop();
        await Task.WhenAll(all.Values.Select(r => r.Ended)).WaitAsync(LastWords * 2).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var run in all.Values) run.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "Run {Run} broke off")]
    private static partial void RunBroke(ILogger logger, Exception e, string run);
}

/// <summary>One run of this process.</summary>
public sealed class LiveRun(Run run, RunPace pace) : IDisposable
{
    private readonly CancellationTokenSource stop = new();

    public Run Run => run;

    /// <summary>Null until it has begun.</summary>
    public RunProgress? Progress { get; internal set; }

    /// <summary>Completes when it has ended; never fails.</summary>
    public Task<RunEnd> Ended { get; private set; } = null!;

    internal CancellationToken Stopping => stop.Token;

    /// <summary>Nothing new is sent; calls under way may end.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>How far it is; null before it has begun.</summary>
    public RunningView? View => Progress is { } progress ? RunningView.Of(run, progress, pace, Ended.IsCompleted ? Ended.Result : null) : null;

    internal void Begin(Task<RunEnd> going) => Ended = going;

    public void Dispose() => stop.Dispose();
}

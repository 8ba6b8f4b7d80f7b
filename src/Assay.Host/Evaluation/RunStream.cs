using System.Text.Json;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary>
/// How far a run is as server-sent events: <c>progress</c> whenever something changed, <c>end</c> once. Each holds all there is to know, so whoever comes back
/// misses nothing. Runs of other processes are followed through the store.
/// </summary>
internal sealed class RunStream(Run run, LiveRuns live, RunStore runs, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500), Elsewhere = TimeSpan.FromSeconds(2), Beat = TimeSpan.FromSeconds(15);

    private readonly RunPace pace = new(time);
    private long version = -1;
    private RunningView? kept;

    /// <summary>Writes until the run ends or the reader leaves; the run goes on all the same.</summary>
    public async Task Write(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var closing = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        try
        {
            await Follow(context.Response, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The reader left, or the program ends.
        }
    }

    private async Task Follow(HttpResponse response, CancellationToken left)
    {
        string? said = null;
        var quiet = time.GetTimestamp();
        for (var number = 1; ;)
        {
            var here = live.Find(run.Id);
            var view = here is not null && (here.Progress is not null || !here.Ended.IsCompleted) ? here.View : FromStore();
            var data = view is null ? null : JsonSerializer.Serialize(view with { Rate = null, SecondsLeft = null }, AssayJson.Default.RunningView);
            if (view is not null && data != said)
            {
                await response.WriteAsync($"id: {number++}\nevent: {(view.Ends ? "end" : "progress")}\ndata: {JsonSerializer.Serialize(view, AssayJson.Default.RunningView)}\n\n", left);
                await response.Body.FlushAsync(left);
                (said, quiet) = (data, time.GetTimestamp());
                if (view.Ends) return;
            }
            else if (time.GetElapsedTime(quiet) > Beat)
            {
                await response.WriteAsync(": waiting\n\n", left);
                await response.Body.FlushAsync(left);
                quiet = time.GetTimestamp();
            }
            await Task.Delay(here is null ? Elsewhere : Between, time, left);
        }
    }

    private RunningView FromStore()
    {
        var held = RunLock.IsHeld(runs.Store, run.Id);
        var now = runs.Version(run.Id);
        if (kept is not null && now == version && held) return kept;
        version = now;
        var progress = new RunProgress(run.Models.Count, checked(run.Samples * run.Settings.Repetitions), runs.Results(run.Id));
        if (held) return kept = RunningView.Of(run, progress, pace, null);
        var last = runs.Events(run.Id).LastOrDefault(e => e.Kind is RunEventKind.Finished or RunEventKind.Stopped or RunEventKind.Started or RunEventKind.Resumed);
        var words = last?.Kind is RunEventKind.Finished or RunEventKind.Stopped ? last.Words : "Its program ended before it did; it can be gone on with.";
        return kept = RunningView.Of(run, progress, null, new(last?.Kind is RunEventKind.Finished, null, words, 0, 0, 0, null));
    }
}

using System.ComponentModel;
using System.Globalization;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Calls;

namespace Assay.Adapters.Engines.Child;

/// <summary>
/// One engine in a process of its own, which is started when it is needed and started again when it crashed. One picture at a time; others wait
/// for their turn. Never hangs and never throws for what the child does.
/// </summary>
internal sealed class EngineProcess(LocalModel model, EngineProgram program, EngineFolder folder, EngineLimits limits, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan MemoryLook = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim turn = new(1);
    private readonly CrashRecord crashes = new(limits, time);
    private EngineChild? child;
    private ITimer? idle;
    private bool busy, disposed;

    public EngineState State => child is { HasExited: false } running ? new(model.Name, running.Id, busy, running.Memory, crashes.Count) : new(model.Name, null, busy, 0, crashes.Count);

    public async Task<EngineOutcome> Run(Pixels picture, double? minScore, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            busy = true;
            idle?.Dispose();
            ObjectDisposedException.ThrowIf(disposed, this);
            if (crashes.Pause() is { } pause) return Resting(pause);
            if (child is { HasExited: true }) Forget();
            if (child is null && await Start(cancellationToken) is { } fault) return fault;
            return await Ask(child!, picture, minScore, cancellationToken);
        }
        finally
        {
            busy = false;
            if (child is not null && !disposed) idle = time.CreateTimer(_ => StopIdle(), null, limits.Idle, Timeout.InfiniteTimeSpan);
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever runs now is let down: the program ends.
        child?.Kill();
        await turn.WaitAsync();
        disposed = true;
        idle?.Dispose();
        if (child is not null) await child.Stop();
        Forget();
        turn.Release();
    }

    private async Task<EngineOutcome?> Start(CancellationToken cancellationToken)
    {
        try
        {
            child = new(program, model.Name, folder.Root);
        }
        catch (Win32Exception e)
        {
            return Fault(FailureKind.Engine, $"'{program.File}' could not be started: {e.Message}.");
        }
        var (answer, why) = await Wait(child, limits.Start, cancellationToken);
        return answer switch
        {
            { Error: null } => null,
            { Error: var error } => await Lost(error),
            _ when why == Ending.TimedOut => await Lost($"it was not loaded within {Seconds(limits.Start)} s", FailureKind.TimedOut),
            _ when why == Ending.TooLarge => await Lost(TooLarge),
            _ => await Crashed("while it was loaded"),
        };
    }

    private async Task<EngineOutcome> Ask(EngineChild asked, Pixels picture, double? minScore, CancellationToken cancellationToken)
    {
        // A child that has ended leaves a broken pipe; the wait then finds out how it ended.
        var sending = asked.Send(picture, minScore);
        var (answer, why) = await Wait(asked, limits.Call, cancellationToken);
        await sending;
        switch (answer)
        {
            case { Error: { } error }:
                return Fault(FailureKind.Engine, error);
            case { Text: { } text }:
                var outcome = new EngineOutcome.Replied(new(text) { Lines = answer.Lines }, TimeSpan.FromMilliseconds(answer.Milliseconds), asked.Memory);
                if (outcome.Memory > limits.Memory) await Retire();
                return outcome;
            default:
                return why switch
                {
                    Ending.TimedOut => await Lost($"it had no answer within {Seconds(limits.Call)} s and was ended", FailureKind.TimedOut),
                    Ending.TooLarge => await Lost(TooLarge),
                    _ => await Crashed("while it worked"),
                };
        }
    }

    /// <summary>Waits for the child's next words. Where that takes too long or too much, or nobody wants it any more, the child is killed, which ends the wait.</summary>
    private async Task<(EngineAnswer? Answer, Ending Why)> Wait(EngineChild asked, TimeSpan most, CancellationToken cancellationToken)
    {
        var why = Ending.None;
        void End(Ending reason)
        {
            if (why == Ending.None) why = reason;
            asked.Kill();
        }
        await using var cancelled = cancellationToken.Register(() => End(Ending.Cancelled));
        await using var late = time.CreateTimer(_ => End(Ending.TimedOut), null, most, Timeout.InfiniteTimeSpan);
        await using var watch = time.CreateTimer(_ => { if (asked.Memory > limits.Memory) End(Ending.TooLarge); }, null, MemoryLook, MemoryLook);
        var answer = await asked.Receive();
        if (why != Ending.Cancelled) return (answer, why);
        await asked.End();
        Forget();
        throw new OperationCanceledException(cancellationToken);
    }

    private async Task<EngineOutcome> Crashed(string when)
    {
        crashes.Add();
        var end = await child!.End();
        Forget();
        return Fault(FailureKind.Engine, $"The engine crashed {when} ({end}). It is started again for the next picture.", mayPass: true);
    }

    private async Task<EngineOutcome> Lost(string why, FailureKind kind = FailureKind.Engine)
    {
        await child!.End();
        Forget();
        return Fault(kind, $"The engine failed: {why.TrimEnd('.')}.");
    }

    private async Task Retire()
    {
        await child!.Stop();
        Forget();
    }

    private void Forget()
    {
        child?.Dispose();
        child = null;
    }

    private void StopIdle()
    {
        if (!turn.Wait(0)) return;
        _ = Finish();

        async Task Finish()
        {
            try
            {
                if (child is not null) await Retire();
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private EngineOutcome.Failed Resting(TimeSpan pause) => new(new(FailureKind.Engine,
        $"local/{model.Name}: the engine crashed {crashes.Count} times in {limits.CrashWindow.TotalMinutes:0} minutes and is left alone for {Seconds(pause)} s. Use another model, or wait.") { MayPass = true, RetryAfter = pause });

    private EngineOutcome.Failed Fault(FailureKind kind, string message, bool mayPass = false) => new(new(kind, $"local/{model.Name}: {message}") { MayPass = mayPass });

    private string TooLarge => $"it took more than {(limits.Memory / 1_000_000).ToString(CultureInfo.InvariantCulture)} MB of memory and was ended. Send a smaller picture";

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private enum Ending
    {
        None,
        Cancelled,
        TimedOut,
        TooLarge,
    }
}

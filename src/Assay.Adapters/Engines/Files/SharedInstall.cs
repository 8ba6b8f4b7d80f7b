namespace Assay.Adapters.Engines.Files;

/// <summary>One installation that several of this process wait for: each is told how far it is, and it is called off when the last of them has left. Thread-safe.</summary>
#pragma warning disable CA1001 // The source of cancellation has no timer, and nobody knows who looks at it last.
internal sealed class SharedInstall : IProgress<InstallStep>
#pragma warning restore CA1001
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource allLeft = new();
    private readonly List<Waiter> waiters = [];
    private readonly Task<InstallOutcome> running;
    private InstallStep? last;

    /// <param name="install">Starts at once, on a thread of the pool.</param>
    public SharedInstall(Func<IProgress<InstallStep>, CancellationToken, Task<InstallOutcome>> install) => running = Task.Run(() => install(this, allLeft.Token));

    /// <summary>Whether whoever comes now must begin another one.</summary>
    public bool IsOver => running.IsCompleted || allLeft.IsCancellationRequested;

    /// <summary>Waits for the end. Null where it was called off before this waiter came: then nothing is left of it, and another may begin.</summary>
    public async Task<InstallOutcome?> Join(IProgress<InstallStep>? progress, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(progress);
        lock (gate)
        {
            waiters.Add(waiter);
            if (last is { } step) progress?.Report(step);
        }
        try
        {
            return await running.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Leave(waiter);
            // Whoever called it off waits until nothing of it is left.
            if (allLeft.IsCancellationRequested) await Task.WhenAny(running);
            throw;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Report(InstallStep value)
    {
        lock (gate)
        {
            if (value == last) return;
            last = value;
            foreach (var waiter in waiters) waiter.Progress?.Report(value);
        }
    }

    private void Leave(Waiter waiter)
    {
        lock (gate)
        {
            waiters.Remove(waiter);
            if (waiters.Count > 0) return;
        }
        allLeft.Cancel();
    }

    private sealed class Waiter(IProgress<InstallStep>? progress)
    {
        public IProgress<InstallStep>? Progress => progress;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Assay.Adapters.Runs;

/// <summary>
/// How many trials of one model are open at a time. One that waits to be asked again makes room for another, up to as many as are asked: so a provider that
/// refuses now and then is kept busy, and one that refuses all does not fill the memory.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose of.")]
internal sealed class TrialWindow(int atOnce)
{
    private readonly SemaphoreSlim active = new(atOnce), all = new(2 * atOnce);

    /// <summary>False where the run is stopped first.</summary>
    public async ValueTask<bool> Enter(Task stopping)
    {
        if (!await Taken(all, stopping)) return false;
        if (await Taken(active, stopping)) return true;
        all.Release();
        return false;
    }

    /// <summary>Completes when every trial has left; nobody enters any more.</summary>
    public async Task Emptied()
    {
        for (var i = 0; i < 2 * atOnce; i++) await all.WaitAsync();
    }

    private static async ValueTask<bool> Taken(SemaphoreSlim places, Task stopping)
    {
        if (stopping.IsCompleted) return false;
        if (places.Wait(0)) return true;
        using var left = new CancellationTokenSource();
        var entering = places.WaitAsync(left.Token);
        if (await Task.WhenAny(entering, stopping) == entering) return true;
        await left.CancelAsync();
        try
        {
            await entering;
            places.Release();
        }
        catch (OperationCanceledException)
        {
            // It was not let in.
        }
        return false;
    }

    /// <summary>The place of one trial.</summary>
    internal sealed class Place(TrialWindow window)
    {
        private bool waits;

        /// <summary>From now on it waits to be asked again. True the first time.</summary>
        public bool Waits()
        {
            if (waits) return false;
            window.active.Release();
            return waits = true;
        }

        public void Leave()
        {
            if (!waits) window.active.Release();
            window.all.Release();
        }
    }
}

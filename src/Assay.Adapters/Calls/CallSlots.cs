using System.Diagnostics.CodeAnalysis;

namespace Assay.Adapters.Calls;

/// <summary>
/// Attempts under way at one time by all calls that share it. A call has a slot from just before it sends to the end of that attempt: none while it waits for a
/// provider's limits, nor between its attempts. First come, first served. Safe for many calls at once.
/// </summary>
/// <param name="atOnce">1 and above.</param>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose of.")]
public sealed class CallSlots(int atOnce)
{
    private readonly SemaphoreSlim free = new(atOnce, atOnce);

    internal async Task<Slot> Enter(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        return new(this);
    }

    /// <summary>Held while an attempt is under way.</summary>
    internal sealed class Slot(CallSlots of) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (left) return;
            left = true;
            of.free.Release();
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Assay.Adapters.Calls;

/// <summary>
/// So much within any sixty seconds, first come first served. What is taken is an estimate that may be corrected. More than the whole at once waits for an
/// empty window and passes alone.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for holds nothing to dispose of.")]
internal sealed class MinuteWindow(long most, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Queue<Taken> taken = [];
    private readonly SemaphoreSlim turn = new(1);
    private long sum;

    /// <summary>An amount within the window.</summary>
    internal sealed class Taken(long at, long amount)
    {
        public long At => at;
        public long Amount { get; set; } = amount;

        /// <summary>A minute is over: it counts no more.</summary>
        public bool Gone { get; set; }
    }

    /// <summary>Waits for room. Those who wait stand in a queue, so that a large one is not passed over for ever.</summary>
    public async Task<Taken> Take(long amount, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var (granted, wait) = Try(amount);
                if (granted is not null) return granted;
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Puts the true amount in place of the estimate.</summary>
    public void Correct(Taken entry, long amount)
    {
        lock (taken)
        {
            if (entry.Gone) return;
            sum += amount - entry.Amount;
            entry.Amount = amount;
        }
    }

    private (Taken?, TimeSpan Wait) Try(long amount)
    {
        lock (taken)
        {
            var now = time.GetTimestamp();
            while (taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At, now) >= Length)
            {
                sum -= oldest.Amount;
                oldest.Gone = true;
                taken.Dequeue();
            }
            if (sum + amount <= most || taken.Count == 0)
            {
                var entry = new Taken(now, amount);
                taken.Enqueue(entry);
                sum += amount;
                return (entry, TimeSpan.Zero);
            }
            // A little more than the rest: timers may be early by their own grain.
            return (null, Length - time.GetElapsedTime(taken.Peek().At, now) + TimeSpan.FromMilliseconds(1));
        }
    }
}

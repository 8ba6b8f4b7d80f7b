namespace Assay.Adapters.Calls;

/// <summary>
/// Money that may be spent by all calls that share it. The most a call can cost is held before it goes out and settled after, so the cap is not passed
/// however many are under way. Safe for many calls at once.
/// </summary>
/// <param name="usd">US dollars, 0 and above.</param>
/// <param name="alreadySpent">Such as by an earlier part of the same run.</param>
public sealed class SpendCap(decimal usd, decimal alreadySpent = 0)
{
    private readonly Lock guard = new();
    private readonly LinkedList<(decimal Most, TaskCompletionSource<Held?> Answer)> waiting = [];
    private decimal held, spent = alreadySpent;

    public decimal Usd => usd;

    /// <summary>Settled so far; what failed calls may have cost is counted at its most.</summary>
    public decimal Spent
    {
        get
        {
            lock (guard) return spent;
        }
    }

    /// <summary>
    /// Holds an amount. Waits while it fits only once calls under way are settled; null where it does not fit even then.
    /// </summary>
    internal async Task<Held?> Hold(decimal most, CancellationToken cancellationToken)
    {
        LinkedListNode<(decimal, TaskCompletionSource<Held?>)> node;
        lock (guard)
        {
            if (waiting.Count == 0 && Decide(most, out var answer)) return answer;
            if (spent + most > usd) return null;
            node = waiting.AddLast((most, new TaskCompletionSource<Held?>(TaskCreationOptions.RunContinuationsAsynchronously)));
        }
        await using var registration = cancellationToken.Register(() =>
        {
            lock (guard)
            {
                if (node.List is null) return;
                waiting.Remove(node);
            }
            node.Value.Item2.TrySetCanceled(cancellationToken);
        });
        return await node.Value.Item2.Task;
    }

    /// <summary>True where it can be said now whether the amount fits.</summary>
    private bool Decide(decimal most, out Held? answer)
    {
        answer = null;
        if (spent + most > usd) return true;
        if (spent + held + most > usd) return false;
        held += most;
        answer = new(this, most);
        return true;
    }

    private void Settle(decimal most, decimal paid)
    {
        lock (guard)
        {
            held -= most;
            spent += paid;
            while (waiting.First is { } first && Decide(first.Value.Most, out var answer))
            {
                waiting.RemoveFirst();
                first.Value.Answer.TrySetResult(answer);
            }
        }
    }

    /// <summary>An amount kept back for one attempt; disposing of it without settling gives it back.</summary>
    internal sealed class Held(SpendCap cap, decimal most) : IDisposable
    {
        private bool settled;

        public decimal Most => most;

        public void Settle(decimal paid)
        {
            if (settled) return;
            settled = true;
            cap.Settle(most, paid);
        }

        public void Dispose() => Settle(0);
    }
}

namespace Assay.Tests.Calls;

/// <summary>A clock that stands still until a test moves it. Waits shorter than <see cref="Skips"/> take no time: the clock jumps to their end.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2026, 7, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Waits up to this are skipped; none by default.</summary>
    public TimeSpan Skips { get; init; } = TimeSpan.Zero;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    public override DateTimeOffset GetUtcNow()
    {
        lock (guard) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Timers that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (guard) return timers.Count(t => t.Due is not null);
        }
    }

    public void Advance(TimeSpan by)
    {
        var to = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (guard)
            {
                next = timers.Where(t => t.Due <= to).MinBy(t => t.Due);
                now = next?.Due is { } due && due > now ? due : next is null ? to : now;
                if (next is not null) next.Due = null;
            }
            if (next is null) return;
            next.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (guard) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.guard) Due = dueTime < TimeSpan.Zero ? null : time.now + dueTime;
            if (dueTime >= TimeSpan.Zero && dueTime <= time.Skips) ThreadPool.QueueUserWorkItem(_ => Skip());
            return true;
        }

        private void Skip()
        {
            lock (time.guard)
            {
                if (Due is not { } due) return;
                if (due > time.now) time.now = due;
                Due = null;
            }
            Fire();
        }

        public void Dispose()
        {
            lock (time.guard)
            {
                Due = null;
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

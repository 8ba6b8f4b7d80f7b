namespace Assay.Adapters.Calls;

/// <summary>How patient and how persistent a call is. Times are of one attempt unless said otherwise.</summary>
public sealed record CallLimits
{
    /// <summary>From sending to the first byte of the answer; a sign of progress from a local engine starts it anew.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same where the answer is asked for as one: the model has then written all of it.</summary>
    public TimeSpan FirstByteOfWhole { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Between one byte of the answer and the next, comments that keep a connection open included.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>From sending to the end.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The same for a local engine, which may have to be fetched first.</summary>
    public TimeSpan WholeLocal { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>All attempts, the first one too; 1 and above.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The wait before the second attempt is random below this; the bound doubles each time.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The bound doubles up to this.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Spread of those who are told to come back at once.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <summary>All waits between the attempts of one call. A provider that asks for more is not waited for.</summary>
    public TimeSpan AllWaits { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait before the next attempt: a random time below the doubling bound (full jitter), or what the provider asks for and up to a quarter more.</summary>
    /// <param name="attempt">The one that failed, 1 and above.</param>
    /// <param name="asked">By the provider; null where it asks for nothing.</param>
    /// <param name="chance">0 to 1.</param>
    public TimeSpan Wait(int attempt, TimeSpan? asked, double chance)
    {
        // Those who were told to come back at the same moment should not all do so; a quarter of the wait spreads them, and more of it only loses time.
        if (asked is { } told) return told + TimeSpan.FromTicks(Math.Clamp(told.Ticks / 4, Math.Min(Least.Ticks, Delay.Ticks), Delay.Ticks)) * chance;
        var bound = Delay * Math.Pow(2, Math.Min(attempt - 1, 20));
        return (bound < LongestDelay ? bound : LongestDelay) * chance;
    }
}

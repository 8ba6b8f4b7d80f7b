namespace Assay.Adapters.Sync;

/// <summary>How patient and how persistent a fetch is. The defaults are those of <c>assay sync</c>.</summary>
public sealed record FetchLimits
{
    /// <summary>For the connection with its handshake.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the request to the first byte of the answer.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the request to the last byte of the answer, redirects included.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Further tries after a failure that may pass: no connection, time-out, cut answer, 408, 429, 5xx.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first retry is random below this; twice as much each time.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A server that asks for a longer pause than this is left for the next sync.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    public int Redirects { get; init; } = 5;

    /// <summary>How long to wait before a retry: what the server asks for, else a random time below a bound that doubles (full jitter).</summary>
    /// <param name="attempt">1 for the first retry.</param>
    /// <param name="asked">By the server; null when it asks for nothing.</param>
    /// <param name="random">Chance of the caller's own.</param>
    public TimeSpan Wait(int attempt, TimeSpan? asked, Random random) => asked ?? Delay * Math.Pow(2, attempt - 1) * random.NextDouble();
}

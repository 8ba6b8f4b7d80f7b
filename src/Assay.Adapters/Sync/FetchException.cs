using System.Net;

namespace Assay.Adapters.Sync;

/// <summary>An address did not give what it should. The message names the address, the problem, the status and the bytes that came.</summary>
public sealed class FetchException(Uri address, string problem, HttpStatusCode? status = null, long bytes = 0, Exception? inner = null)
    : Exception($"{address}: {problem} ({(status is { } code ? $"HTTP {(int)code}" : "no answer")}, {bytes:#,0} bytes read).", inner)
{
    /// <summary>Whether another try may help.</summary>
    public bool MayPass { get; init; }

    /// <summary>How long the server asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

namespace Assay.Adapters.Sync;

/// <summary>What a server said to tell one state of a file from the next. Either may be missing.</summary>
public sealed record Validator(string? ETag, string? LastModified);

/// <summary>An answer. Closed: the file, or that it is the one we have.</summary>
public abstract record Fetched
{
    private Fetched() { }

    public sealed record Body(byte[] Bytes, Validator Validator) : Fetched;

    public sealed record NotModified : Fetched;
}

/// <summary>Where a sync stands with one source.</summary>
/// <param name="Feed">Of the source.</param>
/// <param name="Stage">"connecting", "fetching", "waiting", "parsing", "comparing", "importing".</param>
/// <param name="Detail">The address, or why it waits.</param>
/// <param name="Bytes">Received so far.</param>
/// <param name="Of">All there will be; null when the server does not tell.</param>
public sealed record SyncStep(string Feed, string Stage, string Detail = "", long Bytes = 0, long? Of = null);

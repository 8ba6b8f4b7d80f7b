namespace Assay.Calls;

/// <summary>Why an attempt brought no answer. Holds no secret: keys are removed before it is made.</summary>
/// <param name="Message">What happened and, where one is known, the fix; one or two sentences.</param>
public sealed record CallFailure(FailureKind Kind, string Message)
{
    /// <summary>HTTP status, where one came.</summary>
    public int? Status { get; init; }

    /// <summary>What the provider asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed later. False for faults of the request, the key or the settings.</summary>
    public bool MayPass { get; init; }

    /// <summary>Whether the provider may have done, and charged, the work.</summary>
    public bool PossiblyPaid { get; init; }
}

public enum FailureKind
{
    NotDecided = 0,

    /// <summary>No key, no base address, unknown provider or protocol: nothing was sent.</summary>
    NotConfigured,

    /// <summary>The model cannot do the task, or not with these inputs: nothing was sent.</summary>
    NotSupported,

    /// <summary>The spend cap would be passed: nothing was sent.</summary>
    SpendCap,

    /// <summary>The provider refused the request as wrong (400, 404, 413, 422 …).</summary>
    BadRequest,

    /// <summary>The key was refused (401, 403).</summary>
    Unauthorized,

    /// <summary>Too many requests (429), or out of credit.</summary>
    RateLimited,

    /// <summary>5xx, or an error told inside a stream.</summary>
    ProviderError,

    /// <summary>Name not found, refused, reset, TLS.</summary>
    Connection,

    /// <summary>No connection, no first byte, or no end in time; the message says which.</summary>
    TimedOut,

    /// <summary>The stream ended before the model said it was done.</summary>
    CutStream,

    /// <summary>The answer is not what the protocol says: wrong content type, malformed JSON, too large.</summary>
    Malformed,

    /// <summary>The local engine could not be installed, started, or crashed.</summary>
    Engine,
}

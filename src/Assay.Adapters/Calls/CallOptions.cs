namespace Assay.Adapters.Calls;

/// <summary>How one call is made, apart from what is asked.</summary>
public sealed record CallOptions
{
    /// <summary>Shared by all calls that it caps; null for none.</summary>
    public SpendCap? Spend { get; init; }

    /// <summary>Shared by all calls whose attempts under way it bounds, over all providers; null for none.</summary>
    public CallSlots? Slots { get; init; }

    /// <summary>Null for those of the caller.</summary>
    public CallLimits? Limits { get; init; }

    /// <summary>
    /// Whether a failure after text has come is tried again. False by default: that text may be paid for, and people have seen it. Where it is true,
    /// the pieces of the failed attempt are void.
    /// </summary>
    public bool RetryAfterText { get; init; }

    /// <summary>
    /// Whether the answer is asked for piece by piece, for somebody who reads along. False asks for one JSON answer, which costs less: then the time to
    /// the first token is not known. A protocol that has only one form answers in that.
    /// </summary>
    public bool Stream { get; init; } = true;
}

namespace Assay.Calls;

/// <summary>Tokens of one call. Null is "not told", never zero.</summary>
public sealed record Usage
{
    /// <summary>All input tokens: text, images, and those read from a cache.</summary>
    public long? Input { get; init; }

    /// <summary>All output tokens, reasoning included.</summary>
    public long? Output { get; init; }

    /// <summary>The part of <see cref="Output"/> that was reasoning.</summary>
    public long? Reasoning { get; init; }

    /// <summary>The part of <see cref="Input"/> read from a cache.</summary>
    public long? CacheRead { get; init; }

    /// <summary>The part of <see cref="Input"/> written to a cache.</summary>
    public long? CacheWrite { get; init; }

    /// <summary>The part of <see cref="Input"/> that images took, where told.</summary>
    public long? ImageInput { get; init; }

    /// <summary>Whether the provider told the figures, or they were estimated here from the texts (images not counted).</summary>
    public required UsageOrigin Origin { get; init; }
}

public enum UsageOrigin
{
    NotDecided = 0,
    Reported = 1,
    Counted = 2,
}

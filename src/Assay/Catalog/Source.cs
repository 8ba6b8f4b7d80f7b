using Assay.Units;

namespace Assay.Catalog;

/// <summary>
/// How near a source stands to the thing it speaks of. Lower numbers win: the precedence policy is this order,
/// then the newer statement. Stored: the numbers are fixed.
/// </summary>
public enum SourceRank
{
    NotDecided = 0,

    /// <summary>The maker's own page: announcement, model card, price list, deprecation list.</summary>
    Vendor = 1,

    /// <summary>The page of the provider that serves the offer.</summary>
    Provider = 2,

    /// <summary>A curated collection of other people's facts.</summary>
    Aggregator = 3,

    /// <summary>Anybody else.</summary>
    Community = 4,
}

/// <summary>One page or file as it stood on one date: who says something, where, and when.</summary>
public sealed record Source
{
    /// <summary>The publisher of what the curated catalogue itself decides: what a thing is called and which family it belongs to.</summary>
    public const string Catalogue = "Assay catalogue";

    /// <summary>Who says it: "OpenAI", "models.dev".</summary>
    public required string Publisher { get; init; }

    /// <summary>Where it can be read. Null only where no public address is known; then <see cref="NoUrl"/> says why.</summary>
    public required string? Url { get; init; }

    /// <summary>Why there is no address; null when there is one.</summary>
    public string? NoUrl { get; init; }

    public required SourceRank Rank { get; init; }

    /// <summary>The date the statement stands for.</summary>
    public required PartialDate AsOf { get; init; }

    /// <summary>The day somebody or something read it there; null when that was not recorded.</summary>
    public DateOnly? Retrieved { get; init; }

    /// <summary>The snapshot of whole-file sources that it came with (<c>models.dev</c>); null for a page read by a person.</summary>
    public string? Feed { get; init; }
}

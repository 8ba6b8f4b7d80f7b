using Assay.Units;

namespace Assay.Catalog.Identity;

/// <summary>What the matcher may know of an offer: what its provider says of it, and nothing else. All but the names may be missing.</summary>
public sealed record OfferDescription(string Provider, string ModelAtProvider)
{
    public string? DisplayName { get; init; }
    public PartialDate? Released { get; init; }

    /// <summary>Tokens.</summary>
    public long? Context { get; init; }

    /// <summary>Tokens.</summary>
    public long? MaxOutput { get; init; }

    /// <summary>US dollars for a million tokens.</summary>
    public decimal? InputPrice { get; init; }

    /// <summary>US dollars for a million tokens.</summary>
    public decimal? OutputPrice { get; init; }

    /// <summary>Such as <c>text,image&gt;text</c>; shown with the decision, not weighed.</summary>
    public string? Modalities { get; init; }
}

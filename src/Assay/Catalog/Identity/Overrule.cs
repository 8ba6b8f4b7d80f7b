namespace Assay.Catalog.Identity;

/// <summary>A reviewed decision on one offer that stands in place of what its names say.</summary>
/// <param name="ModelId">The model, or null where none may be named.</param>
/// <param name="Reason">Why, in words for the reader.</param>
/// <param name="Reviewed">The day it was decided.</param>
public sealed record Overrule(OfferId Offer, string? ModelId, MatchKind Kind, string Reason, DateOnly Reviewed);

namespace Assay.Catalog.Conflicts;

/// <summary>A disagreement of sources on one field of one offer, with why, as far as evidence goes. No value is dropped for it.</summary>
public sealed record Conflict
{
    public required Model Model { get; init; }
    public required Offer Offer { get; init; }
    public required ConflictField Field { get; init; }
    public required ConflictKind Kind { get; init; }
    public required ConflictEvidence Evidence { get; init; }

    /// <summary>By precedence: the first is the one that is picked.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Why the first was picked, in words.</summary>
    public required string Policy { get; init; }

    /// <summary>The greatest value by the smallest, above 1; null of flags, and where the smallest is 0.</summary>
    public required decimal? Ratio { get; init; }

    /// <summary>Who disagrees, by name.</summary>
    public IEnumerable<string> Publishers => Statements.Select(s => s.Publisher).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>By model, offer and field, so that the order is always the same.</summary>
    internal static int Compare(Conflict left, Conflict right)
    {
        var order = string.CompareOrdinal(left.Model.Id, right.Model.Id);
        if (order == 0) order = string.CompareOrdinal(left.Offer.Id.ToString(), right.Offer.Id.ToString());
        return order != 0 ? order : string.CompareOrdinal(left.Field.Name, right.Field.Name);
    }
}

namespace Assay.Catalog.Conflicts;

/// <summary>A disagreement of sources on one field of one offer, with why, as far as evidence goes. No value is dropped for it.</summary>
public sealed record Conflict
{
    /// <summary>The model that the offer serves, as it is or changed; null where no single model may be named.</summary>
    public required Model? Model { get; init; }
    public required Offer Offer { get; init; }
    public required ConflictField Field { get; init; }
    public required ConflictKind Kind { get; init; }
    public required ConflictEvidence Evidence { get; init; }

    /// <summary>By precedence: the first is the one that is picked.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>The same by value, the smallest first; what agrees within the tolerance is one value.</summary>
    public required IReadOnlyList<IReadOnlyList<Statement>> Values { get; init; }

    /// <summary>Why the first was picked, in words.</summary>
    public required string Policy { get; init; }

    /// <summary>The greatest value by the smallest, above 1; null of flags, and where the smallest is 0.</summary>
    public required decimal? Ratio { get; init; }

    /// <summary>Who disagrees, by name.</summary>
    public IEnumerable<string> Publishers => Statements.Select(s => s.Publisher).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whose statements differ, two by two, each pair in the order of names.</summary>
    public IEnumerable<(string, string)> Pairs => Values.SelectMany((value, i) => value.SelectMany(a => Values.Skip(i + 1).SelectMany(other => other).Select(b => Sorted(a.Publisher, b.Publisher)))).Distinct();

    private static (string, string) Sorted(string a, string b) => StringComparer.OrdinalIgnoreCase.Compare(a, b) <= 0 ? (a, b) : (b, a);

    /// <summary>By model, offer and field, those of no model first, so that the order is always the same.</summary>
    internal static int Compare(Conflict left, Conflict right)
    {
        var order = string.CompareOrdinal(left.Model?.Id, right.Model?.Id);
        if (order == 0) order = string.CompareOrdinal(left.Offer.Id.ToString(), right.Offer.Id.ToString());
        return order != 0 ? order : string.CompareOrdinal(left.Field.Name, right.Field.Name);
    }
}

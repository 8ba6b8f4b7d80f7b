using Assay.Units;

namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>
/// Of three or more sources one gives another price. Of prices only: a price is one number by what it is, while limits are stated in several
/// senses (the default, the ceiling, what is left beside the input), so that a lone voice there is no sign of an error.
/// </summary>
internal sealed class Outlier() : ConflictKind("outlier", "Outlier", "of three or more sources one gives another price than all the rest")
{
    private const int FewestSources = 3;

    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        if (!disagreement.Field.IsPrice || disagreement.Sources < FewestSources || disagreement.Values.Count != 2) return null;
        var (few, many) = Sources(disagreement.Values[0]) < Sources(disagreement.Values[1]) ? (disagreement.Values[0], disagreement.Values[1]) : (disagreement.Values[1], disagreement.Values[0]);
        if (Sources(few) != 1) return null;
        return ConflictEvidence.Against($"{Format.Exact(Sources(many))} of {Format.Exact(disagreement.Sources)} sources give {disagreement.Text(many[0].Number)}; {few[0].Publisher} alone gives {disagreement.Text(few[0].Number)}.", few);
    }

    private static int Sources(IReadOnlyList<Statement> value) => value.Select(s => s.Publisher).Distinct(StringComparer.Ordinal).Count();
}

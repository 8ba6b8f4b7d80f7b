using Assay.Units;

namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>Prices that are 90 times apart or more: rarely a price change, mostly a slip of units.</summary>
internal sealed class UnitError() : ConflictKind("unit", "Unit or magnitude", "prices 90 times apart or more, as a slip between cents, thousands and millions makes them")
{
    private static readonly (decimal Factor, string Slip)[] Slips =
        [(100, "dollars and cents"), (1000, "prices of a thousand and of a million tokens"), (1_000_000, "prices of one and of a million tokens")];

    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        if (!disagreement.Field.IsPrice || disagreement.Ratio is not (>= SuspiciousPrices.Times and var ratio)) return null;
        var (low, high) = (disagreement.Values[0], disagreement.Values[^1]);
        var slip = Slips.FirstOrDefault(s => Tolerance.Agree(s.Factor, ratio, 0.1m)).Slip;
        var apart = $"{disagreement.Text(high[0].Number)} of {Disagreement.Names(high)} is {Format.Times(ratio)} the {disagreement.Text(low[0].Number)} of {Disagreement.Names(low)}";
        var doubted = disagreement.Values.Count == 2 && low.Count != high.Count ? low.Count < high.Count ? low : high : [];
        return ConflictEvidence.Against($"{apart}{(slip is null ? "" : $", as where {slip} are mixed up")}.", doubted);
    }
}

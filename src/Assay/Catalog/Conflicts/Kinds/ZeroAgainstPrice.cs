namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>One source gives 0, another a price.</summary>
internal sealed class ZeroAgainstPrice() : ConflictKind("zero", "Zero against a price", "one source gives 0 where another gives a price; 0 may stand for free, for billed another way, and for not known")
{
    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        if (!disagreement.Field.IsPrice || disagreement.Values[0][0].Number != 0) return null;
        var zero = disagreement.Values[0];
        var dearest = disagreement.Values[^1];
        return ConflictEvidence.Against($"{Disagreement.Names(zero)} {(zero.Count == 1 ? "gives" : "give")} 0, {Disagreement.Names(dearest)} {disagreement.Text(dearest[0].Number)}: 0 may stand for free, for billed another way or for not known, and is never taken as the least price.", zero);
    }
}

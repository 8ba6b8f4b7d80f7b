namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>One source says yes, another no.</summary>
internal sealed class CapabilityFlag() : ConflictKind("capability", "Capability flag", "one source says that the offer can do it, another that it cannot")
{
    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        if (!disagreement.Field.IsFlag) return null;
        var (no, yes) = (disagreement.Values[0], disagreement.Values[1]);
        var forced = no.Where(s => s.Claim.Forced).ToArray();
        var doubt = forced.Length == 0 ? "" : $" The format of {Disagreement.Names(forced)} allows only yes or no, so its no may mean that nobody looked.";
        return new($"{Disagreement.Names(yes)} {(yes.Count == 1 ? "says" : "say")} yes, {Disagreement.Names(no)} no.{doubt}", [], []);
    }
}

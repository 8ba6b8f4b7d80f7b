namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>A list's own rule sends the id to the row of another model: the price may be right there, and the rule reaches too far.</summary>
internal sealed class MatchRuleReach() : ConflictKind("match_rule", "Match-rule reach", "a list's own rule sends this id to another row: the conflict comes from the rule, not from a price")
{
    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        Statement[] sent = [.. disagreement.Statements.Where(s => s.Claim.ByRuleOf is not null)];
        if (!disagreement.AgreeWithout(sent)) return null;
        var first = sent[0];
        return ConflictEvidence.Against(
            $"{first.Publisher} has no row for this id; its rule sends it to {first.Claim.ByRuleOf}, which gives {disagreement.Text(first.Number)}. Who names the id gives {disagreement.Text(disagreement.Statements.First(s => !sent.Contains(s)).Number)}.",
            sent);
    }
}

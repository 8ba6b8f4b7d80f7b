namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>A source gives what another source, or the same one, gave before and has taken back.</summary>
internal sealed class Stale() : ConflictKind("stale", "Stale", "a source gives a value that was given elsewhere before and has been changed there since")
{
    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        if (disagreement.Field.IsFlag) return null;
        var former = new List<(Statement Statement, Claim Before)>();
        foreach (var statement in disagreement.Statements)
            if (Before(disagreement, statement) is { } before) former.Add((statement, before));
        return former.Count == 0 ? null : ConflictEvidence.Against(
            string.Join(" ", former.GroupBy(f => f.Before).OrderBy(f => f.Key.To).Select(f => Sentence(disagreement, f.Key, [.. f.Select(s => s.Statement)]))),
            former.Select(f => f.Statement), [.. former.Select(f => f.Before).Distinct()]);
    }

    private static string Sentence(Disagreement disagreement, Claim before, IReadOnlyList<Statement> stale)
    {
        var now = disagreement.Statements.FirstOrDefault(s => s.Publisher == before.Source.Publisher);
        return $"{Disagreement.Names(stale)} {(stale.Count == 1 ? "gives" : "give")} {disagreement.Text(stale[0].Number)}, which {before.Source.Publisher} gave until {before.To:yyyy-MM-dd}; since then it gives {(now is null ? "none" : disagreement.Text(now.Number))}.";
    }

    /// <summary>The last claim of the same value that somebody made of the offer and no longer makes.</summary>
    private static Claim? Before(Disagreement disagreement, Statement statement)
    {
        Claim? last = null;
        foreach (var past in disagreement.Past)
        {
            if (past.Property != statement.Claim.Property || past.Unconfirmed || !Precedence.Agree(past.Value, statement.Claim.Value) || past.To < last?.To) continue;
            var now = disagreement.Statements.FirstOrDefault(s => s.Publisher == past.Source.Publisher);
            if (now is null || !Tolerance.Agree(now.Number, statement.Number, Tolerance.Of(disagreement.Field.Property))) last = past;
        }
        return last;
    }
}

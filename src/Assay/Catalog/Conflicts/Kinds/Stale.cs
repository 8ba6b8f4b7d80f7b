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
        return $"{Disagreement.Names(stale)} {(stale.Count == 1 ? "gives" : "give")} {disagreement.Text(stale[0].Number)}, which {before.Source.Publisher} gave until {before.To:yyyy-MM-dd}; {before.Source.Publisher} now gives {(now is null ? "none" : disagreement.Text(now.Number))}.";
    }

    /// <summary>The last claim of the same value that somebody made of the offer and has replaced since.</summary>
    private static Claim? Before(Disagreement disagreement, Statement statement) => disagreement.Past
        .Where(p => p.Property == statement.Claim.Property && !p.Unconfirmed && Precedence.Agree(p.Value, statement.Claim.Value))
        .GroupBy(p => p.Source.Publisher).Select(p => p.MaxBy(c => c.To)!).Where(p => IsReplaced(disagreement, p, statement))
        .OrderByDescending(p => p.To).ThenBy(p => p.Source.Publisher, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Its publisher says something else now, or said something else later, or still speaks of the offer and gives no such value: that a list was not read again replaces nothing.</summary>
    private static bool IsReplaced(Disagreement disagreement, Claim past, Statement statement)
    {
        Statement[] now = [.. disagreement.Statements.Where(s => s.Publisher == past.Source.Publisher)];
        if (now.Length > 0) return !now.Any(s => Tolerance.Agree(s.Number, statement.Number, Tolerance.Of(disagreement.Field.Property)));
        return disagreement.Offer.Claims.Any(c => c.Source.Publisher == past.Source.Publisher)
            || disagreement.Past.Any(p => p.Property == past.Property && p.Source.Publisher == past.Source.Publisher && p.From >= past.To);
    }
}

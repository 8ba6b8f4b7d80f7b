using Assay.Units;

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
        // Values that were all given before explain nothing: nobody can tell which of them is the older one.
        if (former.Count == 0 || former.Count == disagreement.Statements.Count) return null;
        var (_, first) = former[0];
        Statement[] stale = [.. former.Where(f => f.Before == first).Select(f => f.Statement)];
        var now = disagreement.Statements.FirstOrDefault(s => s.Publisher == first.Source.Publisher);
        var since = now is null ? "gives none since" : $"gives {disagreement.Text(now.Number)} since";
        return ConflictEvidence.Against(
            $"{Disagreement.Names(stale)} {(stale.Length == 1 ? "gives" : "give")} {disagreement.Text(stale[0].Number)}, which {first.Source.Publisher} gave until {first.To:yyyy-MM-dd} and took back: it {since}.",
            former.Select(f => f.Statement), [.. former.Select(f => f.Before).Distinct()]);
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

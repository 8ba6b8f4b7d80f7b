using Assay.Catalog.Identity;

namespace Assay.Bench.Identity;

/// <summary>How well decisions agree with labels. Canonical ids are names of clusters: what is scored is which offers stand together.</summary>
internal sealed record IdentityScore
{
    public required int Rows { get; init; }

    /// <summary>Of the pairs put together, the share that belong together.</summary>
    public required double Precision { get; init; }

    /// <summary>Of the pairs that belong together, the share put together.</summary>
    public required double Recall { get; init; }

    public required double GroupAccuracy { get; init; }
    public required double KindAccuracy { get; init; }

    /// <summary>Over the rows whose label has a release; null without such rows.</summary>
    public required double? ReleaseAccuracy { get; init; }

    public required IReadOnlyList<string> Errors { get; init; }

    public static IdentityScore Of(IReadOnlyList<(LabelledOffer Label, MatchDecision Decision)> rows)
    {
        var errors = new List<string>();
        var (right, wrong, missed) = Pairs([.. rows.Where(r => r.Label.Model.Length > 0)], errors);
        foreach (var (label, decision) in rows)
            if (decision.Group.Text() != label.Group || decision.Kind.Text() != label.Kind)
                errors.Add($"{label.Offer.Provider}/{label.Offer.ModelAtProvider}: {label.Group} {label.Kind}, taken for {decision.Group.Text()} {decision.Kind.Text()} ({decision.Reason})");
        var released = rows.Where(r => r.Label.Release.Length > 0).ToArray();
        return new()
        {
            Rows = rows.Count,
            Precision = right + wrong == 0 ? 1 : (double)right / (right + wrong),
            Recall = right + missed == 0 ? 1 : (double)right / (right + missed),
            GroupAccuracy = Share(rows, r => r.Decision.Group.Text() == r.Label.Group),
            KindAccuracy = Share(rows, r => r.Decision.Group.Text() == r.Label.Group && r.Decision.Kind.Text() == r.Label.Kind),
            ReleaseAccuracy = released.Length == 0 ? null : Share(released, r => Digits(r.Decision.Release) == Digits(r.Label.Release)),
            Errors = errors,
        };
    }

    /// <summary>The share of pairs of different models that were put together, and of pairs of one model that were.</summary>
    public static (double FalseMerges, double Found) OfPairs(IReadOnlyDictionary<string, MatchDecision> decisions, IReadOnlyList<(string A, string B, bool Same)> pairs)
    {
        bool Together((string A, string B, bool Same) pair) => decisions[pair.A].ModelId is { } a && a == decisions[pair.B].ModelId;
        return (Share([.. pairs.Where(p => !p.Same)], Together), Share([.. pairs.Where(p => p.Same)], Together));
    }

    private static (long Right, long Wrong, long Missed) Pairs(IReadOnlyList<(LabelledOffer Label, MatchDecision Decision)> rows, List<string> errors)
    {
        var (right, wrong, missed) = (0L, 0L, 0L);
        for (var i = 0; i < rows.Count; i++)
            for (var j = i + 1; j < rows.Count; j++)
            {
                var ((a, first), (b, second)) = (rows[i], rows[j]);
                var together = first.ModelId is not null && first.ModelId == second.ModelId;
                var belong = a.Model == b.Model;
                if (together && belong) right++;
                if (together == belong || Excused(a, b, together)) continue;
                if (together) wrong++;
                else missed++;
                errors.Add($"{(together ? "together" : "apart")}: {a.Offer.Provider}/{a.Offer.ModelAtProvider} ({first.ModelId}) and {b.Offer.Provider}/{b.Offer.ModelAtProvider} ({second.ModelId})");
            }
        return (right, wrong, missed);
    }

    // A pair is right either way where an accepted second answer makes it so.
    private static bool Excused(LabelledOffer a, LabelledOffer b, bool together)
    {
        if (a.AlsoAccepted.Count == 0 && b.AlsoAccepted.Count == 0) return false;
        return !together || a.AlsoAccepted.Append(a.Model).Intersect(b.AlsoAccepted.Append(b.Model), StringComparer.Ordinal).Any();
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> isRight) => all.Count == 0 ? 1 : (double)all.Count(isRight) / all.Count;

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));
}

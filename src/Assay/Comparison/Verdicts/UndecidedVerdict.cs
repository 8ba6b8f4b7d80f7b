using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Verdicts;

/// <summary>Refuses, says what is missing, and under which condition each would be the pick.</summary>
internal static class UndecidedVerdict
{
    public static Verdict Decide(PairEvidence pair)
    {
        var missing = Missing(pair);
        // The side with more to say for it first; by id where equal, which is the order the pair came in.
        var sides = new[] { pair.First, pair.Second }.Select(m => (Model: m, For: pair.For(m))).OrderBy(s => s.For.Count == 0 ? 99 : (int)s.For[0].Of).ToArray();
        var conditions = sides.Where(s => s.For.Count > 0).Select(s => $"{s.Model.Name} {Words.List([.. s.For.Select(a => a.Phrase)])}").ToArray();
        var (rule, lead) = missing.Count > 0
            ? ("verdict-missing-evidence", $"Cannot say which is better: {Words.List(missing)}.")
            : ("verdict-trade-off", "Cannot say without knowing what matters to you: the evidence points both ways.");
        var known = conditions.Length > 0 ? $" What is known: {string.Join("; ", conditions)}." : " Nothing we hold sets one apart from the other.";
        return new(pair.First, pair.Second, null, VerdictDecision.CannotSay, rule, lead + known,
            [.. pair.Advantages.SelectMany(a => a.Claims), .. pair.Quality.Claims]);
    }

    private static IReadOnlyList<string> Missing(PairEvidence pair)
    {
        var missing = new List<string>();
        if (pair.Quality.Rows == 0) missing.Add("no benchmark measured both in the same way");
        foreach (var model in (Model[])[pair.First, pair.Second])
            if (pair.CostOf(model) is { Best: null, Why: { } why }) missing.Add(why);
        return missing;
    }
}

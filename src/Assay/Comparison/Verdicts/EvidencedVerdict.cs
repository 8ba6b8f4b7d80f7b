using Assay.Catalog;
using Assay.Comparison.Rules;
using Assay.Units;

namespace Assay.Comparison.Verdicts;

/// <summary>
/// Names a winner only where answers were measured on the same benchmarks and the costs of both are known, and quality and cost do not
/// point different ways. What the other alone has is named as the case for it.
/// </summary>
internal static class EvidencedVerdict
{
    public static Verdict? Decide(PairEvidence pair)
    {
        if (!pair.CostsKnown || pair.Quality.Rows == 0) return null;
        var decided = pair.Advantages.Where(a => a.Of is Dimension.Quality or Dimension.Cost).ToArray();
        // Rows that point both ways are no evidence that the answers are equally good.
        var mixed = !pair.Quality.Level && decided.All(a => a.Of is not Dimension.Quality);
        if (mixed) return null;
        if (decided.Length == 0)
        {
            if (pair.Advantages.Count == 0) return NoDifference(pair);
            // Level in answers and in cost: what else is known decides where all of it points one way.
            decided = [.. pair.Advantages];
        }
        if (decided.DistinctBy(a => a.Winner.Id).Count() > 1) return null;

        var winner = decided[0].Winner;
        var other = pair.Other(winner);
        var level = pair.Quality.Level ? $", and {Words.Plural(pair.Quality.Rows, "shared benchmark does", "shared benchmarks do")} not tell the two apart" : "";
        var forOther = pair.For(other);
        // "Better" needs a test behind it; a pick without one, only that nothing speaks for the other side.
        var tested = pair.Quality.Tested || pair.Quality.Level;
        if (!tested && forOther.Count > 0) return null;
        var exception = forOther.Count == 0
            ? $" Nothing we know of speaks for {other.Name}."
            : $" Pick {other.Name} where it matters that it {Words.List([.. forOther.Select(a => a.Phrase)])}.";
        var ending = pair.Context.StageOf(winner) is LifecycleStage.Deprecated ? $" But {winner.Name} {LifecycleWords.Predicate(winner.Lifecycle, pair.Context.Day)}." : "";
        return new(pair.First, pair.Second, winner, VerdictDecision.FirstBetter, tested ? "verdict-quality-and-cost" : "verdict-nothing-against",
            $"{winner.Name} is {(tested ? "the better pick" : "the pick")}: it {Words.List([.. decided.Select(a => a.Phrase)])}{level}.{exception}{ending}",
            [.. decided.Concat(forOther).SelectMany(a => a.Claims), .. pair.Quality.Claims, .. ending.Length > 0 ? winner.Lifecycle.Claims : []]);
    }

    private static Verdict NoDifference(PairEvidence pair) => new(pair.First, pair.Second, null, VerdictDecision.NoDifference, "verdict-no-difference",
        $"No difference that would decide: {pair.First.Name} and {pair.Second.Name} cost the same at this traffic within 1 %, {Words.Plural(pair.Quality.Rows, "shared benchmark does", "shared benchmarks do")} not tell them apart, and no source gives either a window, a limit or a capability that the other is known to lack.",
        [.. pair.Quality.Claims, .. pair.CostOf(pair.First).Best!.Lines.Concat(pair.CostOf(pair.Second).Best!.Lines).SelectMany(l => l.Claims.Take(1))]);
}

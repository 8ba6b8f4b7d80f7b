using Assay.Catalog;
using Assay.Statistics;

namespace Assay.Search;

/// <summary>A model with what it costs a month at the traffic and what it scores.</summary>
/// <param name="OnFront">No other model here costs no more and scores no less, with one of the two better.</param>
public sealed record FrontPoint(Candidate Candidate, decimal UsdPerMonth, BenchmarkResult Result, bool OnFront);

/// <summary>Cost against one variant of a benchmark, for the models found.</summary>
/// <param name="Points">By cost, then by score from the better down.</param>
/// <param name="WithoutScore">How many of the models have no result of this variant.</param>
/// <param name="Unpriced">Those that have a result, and no known cost at the traffic.</param>
public sealed record CostFront(
    string Variant, BenchmarkScore Sample, bool HigherIsBetter, IReadOnlyList<FrontPoint> Points, int WithoutScore, IReadOnlyList<(Candidate Candidate, BenchmarkResult Result)> Unpriced)
{
    public int WithoutCost => Unpriced.Count;

    /// <summary>Null where the catalogue has no such variant.</summary>
    public static CostFront? Of(IReadOnlyList<Candidate> models, Scoreboard scores, string variant)
    {
        if (scores[variant] is not { } results) return null;
        var scored = models.Where(c => results.ContainsKey(c.Model)).ToArray();
        var sample = results.Values.First().Score;
        var better = scores.HigherIsBetter(sample);
        var points = scored.Where(c => c.Cost.UsdPerMonth is not null).Select(c => (Candidate: c, Cost: c.Cost.UsdPerMonth!.Value, Result: results[c.Model])).ToArray();
        var front = ParetoFront.Of([.. points.Select(p => (p.Cost, p.Result.Score.Value))], better);
        return new(
            variant, sample, better,
            [.. points.Select((p, i) => new FrontPoint(p.Candidate, p.Cost, p.Result, front[i]))
                .OrderBy(p => p.UsdPerMonth).ThenBy(p => better ? -p.Result.Score.Value : p.Result.Score.Value).ThenBy(p => p.Candidate.Model.Id, StringComparer.Ordinal)],
            models.Count - scored.Length, [.. scored.Where(c => c.Cost.UsdPerMonth is null).Select(c => (c, results[c.Model]))]);
    }

    /// <summary>Variants under which at least two of the models have a result and a cost, those with most models first.</summary>
    public static IReadOnlyList<(string Variant, BenchmarkScore Sample, int Models)> Variants(IReadOnlyList<Candidate> models, Scoreboard scores)
    {
        var priced = models.Where(c => c.Cost.UsdPerMonth is not null).Select(c => c.Model).ToHashSet();
        return [.. scores.Variants.Select(v => (Variant: v, Results: scores[v]!)).Select(x => (x.Variant, Sample: x.Results.Values.First().Score, Models: x.Results.Keys.Count(priced.Contains)))
            .Where(x => x.Models > 1).OrderBy(x => x.Sample.Category is not null).ThenByDescending(x => x.Models).ThenBy(x => x.Variant, StringComparer.Ordinal)];
    }
}

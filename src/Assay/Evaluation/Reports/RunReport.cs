using Assay.Statistics;

namespace Assay.Evaluation.Reports;

/// <summary>What a run says: each model, and each pair of models on the same items. A pure function of the figures; made in one pass over them.</summary>
public sealed class RunReport
{
    private readonly Lazy<IReadOnlyList<PairTest>> pairs;

    private RunReport(SuiteItems items, IReadOnlyList<ModelReport> models)
    {
        (Items, Models) = (items, models);
        pairs = new(Test);
    }

    public SuiteItems Items { get; }

    /// <summary>In the order of the run.</summary>
    public IReadOnlyList<ModelReport> Models { get; }

    /// <summary>Every two models, the one of the lower place first; their p corrected by Holm over all of them.</summary>
    public IReadOnlyList<PairTest> Pairs => pairs.Value;

    /// <summary>The test of two models, seen from the first named.</summary>
    public PairTest Pair(int first, int second) =>
        first < second ? Pairs.First(p => p.First == first && p.Second == second) : Pairs.First(p => p.First == second && p.Second == first).Turned();

    /// <param name="results">The newest try of every trial that was asked, in any order.</param>
    /// <exception cref="ArgumentException">A trial is none of the run's, is there twice, or has a score that is none.</exception>
    public static RunReport Of(IReadOnlyList<string> models, int repetitions, SuiteItems items, IEnumerable<TrialResult> results)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        var scores = models.Select(_ => new ItemScores(items.Count, repetitions)).ToArray();
        var speeds = models.Select(_ => new SpeedSum()).ToArray();
        var spendings = models.Select(_ => new SpendingSum(items, repetitions)).ToArray();
        foreach (var result in results)
        {
            var (model, sample, repetition) = result.Key;
            if ((uint)model >= (uint)models.Count || (uint)sample >= (uint)items.Count || (uint)repetition >= (uint)repetitions)
                throw new ArgumentException($"The trial {result.Key} is none of this run, which has {models.Count} models, {items.Count} samples and {repetitions} repetitions.", nameof(results));
            scores[model].Take(result);
            speeds[model].Take(result);
            spendings[model].Take(result);
        }
        return new(items, [.. models.Select((name, m) => new ModelReport
        {
            Place = m, Name = name, Items = scores[m], Overall = items.Count == 0 ? null : ScoreReport.Of(scores[m], items, items.All),
            ByCategory = [.. items.Categories.Select(c => ScoreReport.Of(scores[m], items, c))], ByDifficulty = [.. items.ByDifficulty.Select(d => ScoreReport.Of(scores[m], items, d))],
            Speed = speeds[m].Sum(), Spending = spendings[m].Sum(),
        })]);
    }

    private IReadOnlyList<PairTest> Test()
    {
        var tests = new List<PairTest>();
        for (var a = 0; a < Models.Count; a++)
            for (var b = a + 1; b < Models.Count; b++) tests.Add(PairTest.Of(Models[a], Models[b], Items, Items.All));
        return PairTest.Correct(tests);
    }
}

using Assay.Statistics;

namespace Assay.Evaluation.Reports;

/// <summary>How two models are tested against each other.</summary>
public enum PairMethod
{
    NotDecided = 0,

    /// <summary>McNemar's exact test; Newcombe's interval for paired rates.</summary>
    McNemar = 1,

    /// <summary>Student's t on the differences of items, clusters of related items counted as one each.</summary>
    PairedDifferences = 2,
}

/// <summary>What may be said of two models.</summary>
public enum PairOutcome
{
    NotDecided = 0,
    FirstBetter = 1,
    SecondBetter = 2,

    /// <summary>The items cannot tell them apart; that is not the same as "equally good".</summary>
    CannotTell = 3,

    /// <summary>No item tells them apart.</summary>
    Identical = 4,

    /// <summary>Too few trials of one of them have a score for a winner to be named.</summary>
    TooFewScored = 5,
}

/// <summary>Two models on the items that both have a score on.</summary>
public sealed record PairTest
{
    /// <summary>Below this p, corrected for the number of pairs, one is called better.</summary>
    public const double Level = 0.05;

    /// <summary>Place of the model in its run.</summary>
    public required int First { get; init; }
    public required int Second { get; init; }

    /// <summary>Items that both have a score on.</summary>
    public required int Items { get; init; }

    /// <summary>Items of the suite that one or both have no score on.</summary>
    public required int LeftOut { get; init; }

    public required PairMethod Method { get; init; }

    /// <summary>Means over the shared items, 0 to 1; 0 where there is none.</summary>
    public required double FirstScore { get; init; }
    public required double SecondScore { get; init; }

    /// <summary>Shared items on which the first, or the second, has the higher score.</summary>
    public required int FirstWins { get; init; }
    public required int SecondWins { get; init; }

    /// <summary>First minus second, -1 to 1, with the 95 % interval.</summary>
    public required Inference<Estimate> Difference { get; init; }

    /// <summary>Of the mean difference; null by McNemar's method or where there is none.</summary>
    public double? StandardError { get; init; }

    /// <summary>Two-sided, of this pair alone.</summary>
    public required Inference<double> P { get; init; }

    /// <summary>Holm's, over all pairs tested together; null where there is no p.</summary>
    public double? CorrectedP { get; init; }

    /// <summary>Whether both have scores on 90 % of their trials.</summary>
    public required bool IsCovered { get; init; }

    public PairOutcome Outcome => !IsCovered || Items == 0 ? PairOutcome.TooFewScored
        : FirstWins + SecondWins == 0 ? PairOutcome.Identical
        : CorrectedP is { } p && p < Level ? FirstScore > SecondScore ? PairOutcome.FirstBetter : PairOutcome.SecondBetter
        : PairOutcome.CannotTell;

    /// <summary>The same seen from the other side.</summary>
    public PairTest Turned() => this with
    {
        First = Second, Second = First, FirstScore = SecondScore, SecondScore = FirstScore, FirstWins = SecondWins, SecondWins = FirstWins,
        Difference = Difference.Then(d => Inference.Of(new Estimate(-d.Value, -d.High, -d.Low))),
    };

    /// <summary>Holm's correction over tests that are told together.</summary>
    public static IReadOnlyList<PairTest> Correct(IReadOnlyList<PairTest> tests)
    {
        var raw = tests.Select(t => t.P is Inference<double>.Estimated { Value: var p } ? (double?)Math.Min(1, p) : null).ToArray();
        var corrected = Holm.Adjust([.. raw.OfType<double>()]);
        var next = 0;
        return [.. tests.Select((t, i) => raw[i] is null ? t : t with { CorrectedP = corrected[next++] })];
    }

    /// <param name="group">All items, or those of a category.</param>
    public static PairTest Of(ModelReport first, ModelReport second, SuiteItems items, ItemGroup group)
    {
        var (a, b) = (first.Items, second.Items);
        int[] shared = [.. group.Places.Where(i => a.IsScored(i) && b.IsScored(i))];
        var plain = a.Repetitions == 1 && b.Repetitions == 1 && !group.AreRelated && !shared.Any(i => a.IsGraded(i) || b.IsGraded(i));
        var test = new PairTest
        {
            First = first.Place, Second = second.Place, Items = shared.Length, LeftOut = group.Count - shared.Length, Method = plain ? PairMethod.McNemar : PairMethod.PairedDifferences,
            FirstScore = shared.Length == 0 ? 0 : shared.Average(a.Value), SecondScore = shared.Length == 0 ? 0 : shared.Average(b.Value),
            FirstWins = shared.Count(i => a.Value(i) > b.Value(i)), SecondWins = shared.Count(i => a.Value(i) < b.Value(i)),
            Difference = NoItem<Estimate>(), P = NoItem<double>(), IsCovered = a.TallyOf(group).IsCovered && b.TallyOf(group).IsCovered,
        };
        if (shared.Length == 0) return test;
        if (!plain) return Differences(test, [.. shared.Select(i => (items.ClusterOf[i], a.Value(i) - b.Value(i)))]);
        var outcomes = PairedOutcomes.Of(shared.Select(i => (a.Value(i) > 0.5, b.Value(i) > 0.5)));
        return test with { Difference = outcomes.Difference, P = outcomes.McNemar };
    }

    private static PairTest Differences(PairTest test, (int Cluster, double Value)[] differences)
    {
        if (Mean.OfClusters(differences) is Inference<MeanEstimate>.Estimated { Value: var mean })
            return test with { Difference = Inference.Of(Within(mean.Value)), P = Inference.Of(mean.P), StandardError = mean.StandardError };
        var why = ((Inference<MeanEstimate>.NotEnough)Mean.OfClusters(differences)).Why;
        var clusters = differences.Select(d => d.Cluster).Distinct().Count();
        if (differences.Any(d => d.Value != 0) || clusters < 2) return test with { Difference = Inference.NotEnough<Estimate>(why), P = Inference.NotEnough<double>(why) };
        // Nowhere a difference: how often there may be one all the same is what the exact interval of "never in so many" says, and the mean cannot be further off.
        var most = ClopperPearson.Interval(0, clusters).High;
        return test with { Difference = Inference.Of(new Estimate(0, -most, most)), P = Inference.NotEnough<double>($"The two are identical on every one of {differences.Length} items: there is no difference to test.") };
    }

    private static Estimate Within(Estimate e) => new(e.Value, Math.Max(-1, e.Low), Math.Min(1, e.High));

    private static Inference<T> NoItem<T>() where T : notnull => Inference.NotEnough<T>("No item has a score of both: there is nothing to compare.");
}

using Assay.Statistics;
using Assay.Units;

namespace Assay.Evaluation.Reports;

/// <summary>All that is told of one pair: the test, where they differ, and what it would take to know.</summary>
public sealed record PairReport
{
    public required PairTest Test { get; init; }

    /// <summary>Places of the items on which only the first is right, or has the higher score; ascending.</summary>
    public required IReadOnlyList<int> FirstBetter { get; init; }
    public required IReadOnlyList<int> SecondBetter { get; init; }

    /// <summary>Items that find a difference as seen here four times in five; more items, not more repetitions.</summary>
    public required Inference<long> ItemsNeeded { get; init; }

    /// <summary>US dollars for asking both models that many items as often as here.</summary>
    public required Inference<decimal> CostOfThose { get; init; }

    /// <summary>By category, as far as some item of it has a score of both. These are looked at after the fact and not corrected for their number.</summary>
    public required IReadOnlyList<CategoryDifference> Categories { get; init; }

    /// <param name="test">As made by <see cref="PairTest.Of"/> over all items, with its corrected p.</param>
    public static PairReport Of(PairTest test, ModelReport first, ModelReport second, SuiteItems items)
    {
        var (a, b) = (first.Items, second.Items);
        var shared = items.All.Places.Where(i => a.IsScored(i) && b.IsScored(i)).ToArray();
        var needed = Needed(test);
        return new()
        {
            Test = test, FirstBetter = [.. shared.Where(i => a.Value(i) > b.Value(i))], SecondBetter = [.. shared.Where(i => a.Value(i) < b.Value(i))], ItemsNeeded = needed,
            CostOfThose = needed.Then(n => first.Spending.PerTask.Then(x => second.Spending.PerTask.Then(y => Inference.Of(n * (x.Usd * a.Repetitions + y.Usd * b.Repetitions))))),
            Categories = [.. items.Categories.Select(c => new CategoryDifference(c.Name!, PairTest.Of(first, second, items, c))).Where(c => c.Test.Items > 0)],
        };
    }

    private static Inference<long> Needed(PairTest test)
    {
        var differing = test.FirstWins + test.SecondWins;
        if (test.Items == 0) return Inference.NotEnough<long>("No item has a score of both: nothing is known to reckon with.");
        if (differing == 0) return Inference.NotEnough<long>($"They are alike on {(test.Items == 1 ? "the one item" : $"all {Format.Exact(test.Items)} items")}: no number of items can be reckoned from no difference.");
        // Passes and fails are counted, not subtracted: rounding must not make the lead greater than the items it is on.
        var lead = test.Method == PairMethod.McNemar ? (double)(test.FirstWins - test.SecondWins) / test.Items : test.FirstScore - test.SecondScore;
        if (Math.Abs(lead) < 1e-6) return Inference.NotEnough<long>("They have the same score on these items: no number of items tells a difference of 0.");
        if (test.Method == PairMethod.McNemar) return Inference.Of(SampleSize.Paired(lead, (double)differing / test.Items));
        return test.StandardError is { } error ? Inference.Of(SampleSize.ForMean(lead, error, test.Items)) : test.Difference.Then(_ => Inference.NotEnough<long>("The differences show no spread to reckon with."));
    }
}

/// <param name="Test">Over the items of the category alone; no corrected p.</param>
public sealed record CategoryDifference(string Category, PairTest Test);

using Assay.Statistics;

namespace Assay.Evaluation.Reports;

/// <summary>How the interval of a score is worked out.</summary>
public enum ScoreMethod
{
    NotDecided = 0,

    /// <summary>Wilson's, of items passed: one repetition, no related items.</summary>
    Wilson = 1,

    /// <summary>Student's t around the mean over items, clusters of related items counted as one each.</summary>
    ClusteredMean = 2,

    /// <summary>Wilson's over clusters: values without spread, from which a mean has no interval.</summary>
    WilsonOverClusters = 3,
}

/// <summary>
/// The score of one model over a suite or a category. Trials without a score leave it open: then it is told as what it can be at least and at most, and
/// the interval reaches from the low end of the one to the high end of the other (ADR 14).
/// </summary>
public sealed record ScoreReport
{
    public required Tally Tally { get; init; }

    /// <summary>Samples.</summary>
    public required int Items { get; init; }

    /// <summary>0 to 1: the score if everything open were wrong. With nothing open it is the score.</summary>
    public required double AtLeast { get; init; }

    /// <summary>0 to 1: the score if everything open were right.</summary>
    public required double AtMost { get; init; }

    /// <summary>95 %.</summary>
    public required Inference<(double Low, double High)> Interval { get; init; }

    public required ScoreMethod Method { get; init; }

    /// <summary>Nothing is open: the score is one number.</summary>
    public bool IsWhole => Tally.Open == 0;

    /// <summary>Null where worst and best case are in different bands.</summary>
    public Band? Band => Bands.Of(AtLeast) == Bands.Of(AtMost) ? Bands.Of(AtLeast) : null;

    /// <param name="group">At least one item.</param>
    internal static ScoreReport Of(ItemScores scores, SuiteItems items, ItemGroup group)
    {
        var tally = scores.TallyOf(group);
        var plain = scores.Repetitions == 1 && tally.Graded == 0 && !group.AreRelated;
        var worst = Case(scores, items, group, openAre: 0, plain);
        var best = tally.Open == 0 ? worst : Case(scores, items, group, openAre: 1, plain);
        return new()
        {
            Tally = tally, Items = group.Count, AtLeast = worst.Value, AtMost = best.Value, Method = worst.Method,
            Interval = worst.Interval.Then(low => best.Interval.Then(high => Inference.Of((low.Low, high.High)))),
        };
    }

    private static (double Value, Inference<(double Low, double High)> Interval, ScoreMethod Method) Case(ItemScores scores, SuiteItems items, ItemGroup group, int openAre, bool plain)
    {
        var values = new (int Cluster, double Value)[group.Count];
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var place = group.Places[i];
            values[i] = (items.ClusterOf[place], scores.With(place, openAre));
            sum += values[i].Value;
        }
        var mean = Math.Clamp(sum / values.Length, 0, 1);
        if (plain) return (mean, Inference.Of(Proportion.Wilson((int)Math.Round(sum), values.Length)), ScoreMethod.Wilson);
        if (Mean.OfClusters(values) is Inference<MeanEstimate>.Estimated { Value.Value: var e })
            return (mean, Inference.Of((Math.Max(0, e.Low), Math.Min(1, e.High))), ScoreMethod.ClusteredMean);
        // Every item alike, such as all passed each time: no spread is not certainty, and clusters are what was drawn.
        return group.Clusters > 1 ? (mean, Inference.Of(Proportion.Wilson(mean, group.Clusters)), ScoreMethod.WilsonOverClusters)
            : (mean, Inference.NotEnough<(double, double)>(values.Length == 1 ? "One item shows no spread: not enough samples for an interval." : $"All {values.Length} items belong to one cluster: not enough samples for an interval."), ScoreMethod.ClusteredMean);
    }
}

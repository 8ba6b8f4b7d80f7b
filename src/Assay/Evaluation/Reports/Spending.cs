using Assay.Statistics;
using Assay.Units;

namespace Assay.Evaluation.Reports;

/// <summary>What a task took: tokens and dollars of one trial. Each figure speaks for all trials or says why it does not.</summary>
public sealed record Spending
{
    /// <summary>Median, images included.</summary>
    public required Inference<double> InputTokens { get; init; }

    /// <summary>Median, reasoning included.</summary>
    public required Inference<double> OutputTokens { get; init; }

    /// <summary>US dollars: all that was paid, failed calls included, by the trials that brought a reply; with an interval where costs vary.</summary>
    public required Inference<TaskCost> PerTask { get; init; }

    /// <summary>US dollars paid in all, as far as known.</summary>
    public required decimal Total { get; init; }

    /// <summary>Trials that were asked and whose cost cannot be told: what they cost is not in the total.</summary>
    public required int WithoutCost { get; init; }
}

/// <param name="Usd">Sum of actual cost by trials.</param>
/// <param name="Interval">95 %; null where every trial cost the same, or there is but one item.</param>
/// <param name="Trials">That brought a reply whose cost is known.</param>
public sealed record TaskCost(decimal Usd, (decimal Low, decimal High)? Interval, int Trials);

/// <summary>Adds up tokens and costs of one model.</summary>
internal sealed class SpendingSum(SuiteItems items, int repetitions)
{
    private readonly List<double> input = [], output = [];
    private readonly double[] costs = new double[items.Count];
    private readonly int[] paid = new int[items.Count];
    private decimal total, fresh;
    private int known, cached, withoutCost;

    public void Take(in TrialResult trial)
    {
        if (trial.InputTokens is { } i) input.Add(i);
        if (trial.OutputTokens is { } o) output.Add(o);
        if (trial.Cached)
        {
            // It cost nothing now, which says nothing of what the task costs.
            cached++;
            total += trial.Usd ?? 0;
            return;
        }
        if (trial.Usd is not { } usd)
        {
            if (trial.State != TrialState.NotRun) withoutCost++;
            return;
        }
        total += usd;
        fresh += usd;
        costs[trial.Key.Sample] += (double)usd;
        // A call that failed for nothing does not make the task cheaper; one that failed and was charged makes it dearer.
        if (!(trial.HasScore || trial.State is TrialState.Unscored or TrialState.Refused)) return;
        known++;
        paid[trial.Key.Sample]++;
    }

    public Spending Sum()
    {
        var all = items.Count * repetitions;
        return new() { InputTokens = Median(input, all, "a count of input tokens"), OutputTokens = Median(output, all, "a count of output tokens"), PerTask = PerTask(all), Total = total, WithoutCost = withoutCost };
    }

    private static Inference<double> Median(List<double> values, int all, string what) =>
        Coverage.Reached(values.Count, all) ? Quantile.Of(values, 0.5) : Inference.NotEnough<double>(Coverage.Missing(values.Count, all, what));

    private Inference<TaskCost> PerTask(int all)
    {
        if (!Coverage.Reached(known, all))
            return Inference.NotEnough<TaskCost>(Coverage.Missing(known, all, "a known cost") + (cached > 0 ? $" {Words.Plural(cached, "reply", "replies")} came from the cache, which costs nothing." : ""));
        var mean = fresh / known;
        var varied = Mean.OfClusters(Enumerable.Range(0, items.Count).Where(i => paid[i] > 0).Select(i => (items.ClusterOf[i], costs[i] / paid[i])));
        return Inference.Of(new TaskCost(mean, varied is Inference<MeanEstimate>.Estimated { Value.Value: var e } ? (Math.Max(0, mean + (decimal)(e.Low - e.Value)), mean + (decimal)(e.High - e.Value)) : null, known));
    }
}

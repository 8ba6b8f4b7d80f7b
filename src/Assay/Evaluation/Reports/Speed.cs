using Assay.Statistics;

namespace Assay.Evaluation.Reports;

/// <summary>How quick a model was, in milliseconds: first attempts that brought an answer, never a cached reply, so that no wait and no retry is in it.</summary>
public sealed record Speed
{
    /// <summary>Trials that the figures are of.</summary>
    public required int Trials { get; init; }

    public required Inference<double> P50 { get; init; }
    public required Inference<double> P95 { get; init; }

    /// <summary>Trials whose first piece has a time.</summary>
    public required int FirstTokenTrials { get; init; }
    public required Inference<double> FirstTokenP50 { get; init; }
    public required Inference<double> FirstTokenP95 { get; init; }

    /// <summary>Requests sent in all, as far as they are told.</summary>
    public required long Attempts { get; init; }

    /// <summary>Trials that took more than one request.</summary>
    public required int Retried { get; init; }

    /// <summary>Trials whose reply came from an earlier call.</summary>
    public required int Cached { get; init; }
}

/// <summary>Adds up the times of one model.</summary>
internal sealed class SpeedSum
{
    private readonly List<double> latencies = [], firsts = [];
    private long attempts;
    private int retried, cached;

    public void Take(in TrialResult trial)
    {
        attempts += trial.Attempts;
        if (trial.Attempts > 1) retried++;
        if (trial.Cached) cached++;
        var answered = trial.HasScore || trial.State == TrialState.Unscored;
        if (!answered || trial.Cached || trial.Attempts > 1) return;
        if (trial.Latency is { } latency) latencies.Add(latency.TotalMilliseconds);
        if (trial.FirstToken is { } first) firsts.Add(first.TotalMilliseconds);
    }

    public Speed Sum() => new()
    {
        Trials = latencies.Count, P50 = Quantile.Of(latencies, 0.5), P95 = Quantile.Of(latencies, 0.95), FirstTokenTrials = firsts.Count, FirstTokenP50 = Quantile.Of(firsts, 0.5),
        FirstTokenP95 = Quantile.Of(firsts, 0.95), Attempts = attempts, Retried = retried, Cached = cached,
    };
}

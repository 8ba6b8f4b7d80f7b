namespace Assay.Statistics;

/// <summary>Quantiles such as p50 and p95, linear between neighbours (type 7 of Hyndman and Fan 1996: what R and spreadsheets give).</summary>
public static class Quantile
{
    /// <summary>Refused where fewer than one value is to be expected on its far side: the "p95" of ten values is their maximum by another name.</summary>
    /// <param name="values">In any order, finite.</param>
    /// <param name="share">Above 0 and below 1: 0.5 is the median.</param>
    public static Inference<double> Of(IEnumerable<double> values, double share)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Allowed is above 0 and below 1, such as 0.95 for p95.");
        double[] sorted = [.. values.Order()];
        if (sorted.Any(v => !double.IsFinite(v))) throw new ArgumentException("A value is no finite number. A missing value is left out and counted, not passed on.", nameof(values));
        var least = (int)Math.Ceiling(1 / Math.Min(share, 1 - share) - 1e-9);
        return sorted.Length >= least ? Inference.Of(OfSorted(sorted, share))
            : Inference.NotEnough<double>($"{sorted.Length} value{(sorted.Length == 1 ? "" : "s")}: a p{share * 100:0.##} needs at least {least}.");
    }

    internal static double OfSorted(IReadOnlyList<double> sorted, double share)
    {
        var at = (sorted.Count - 1) * share;
        var below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[^1];
    }
}

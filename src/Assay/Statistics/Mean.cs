namespace Assay.Statistics;

/// <summary>A mean and how well it is known.</summary>
/// <param name="Value">With the 95 % interval by Student's t.</param>
/// <param name="StandardError">Above 0.</param>
/// <param name="Clusters">Of related values; as many as values where none are related. One more than the degrees of freedom.</param>
/// <param name="P">Two-sided, that the mean is 0: the test that belongs to differences.</param>
public sealed record MeanEstimate(Estimate Value, double StandardError, int Items, int Clusters, double P);

/// <summary>Means of scores, costs, times, or of paired differences of them (give first minus second of each item).</summary>
public static class Mean
{
    /// <summary>Below this part of the greatest value a standard error is what rounding leaves of none.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Of values that have nothing to do with each other.</summary>
    /// <exception cref="ArgumentException">A value is not a finite number.</exception>
    public static Inference<MeanEstimate> Of(IEnumerable<double> values) => OfClusters(values.Select((value, i) => (i, value)));

    /// <summary>
    /// Of values that come in groups, such as several prompts on one image. The standard error is √(G/(G−1)·ΣS²)/n, with S the sum of distances from the mean in
    /// one of G clusters, and t has G−1 degrees of freedom (E. Miller, arXiv 2411.00640): values that go together count as less than as many strangers.
    /// </summary>
    /// <exception cref="ArgumentException">A value is not a finite number.</exception>
    public static Inference<MeanEstimate> OfClusters<TCluster>(IEnumerable<(TCluster Cluster, double Value)> items) where TCluster : notnull
    {
        (TCluster Cluster, double Value)[] all = [.. items];
        if (Array.FindIndex(all, i => !double.IsFinite(i.Value)) is var odd and >= 0)
            throw new ArgumentException($"Value {odd + 1} of {all.Length} is '{all[odd].Value}'; allowed are finite numbers. A missing value is left out and counted, not passed on.", nameof(items));
        if (all.Length == 0) return Inference.NotEnough<MeanEstimate>("No value: there is no mean.");
        var mean = all.Average(i => i.Value);
        var byCluster = new Dictionary<TCluster, double>();
        foreach (var (cluster, value) in all) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(byCluster, cluster, out _) += value - mean;
        double[] sums = [.. byCluster.Values];
        if (sums.Length < 2)
            return Inference.NotEnough<MeanEstimate>(all.Length == 1 ? "One value shows no spread, so its mean has no interval. At least two are needed."
                : $"All {all.Length} values belong to one cluster, so nothing shows how clusters differ. At least two clusters are needed.");
        var error = Math.Sqrt(sums.Length / (sums.Length - 1.0) * sums.Sum(s => s * s)) / all.Length;
        if (error <= Rounding * all.Max(i => Math.Abs(i.Value))) return Inference.NotEnough<MeanEstimate>(Unvaried([.. all.Select(i => i.Value)], sums.Length));
        var half = StudentT.Critical95(sums.Length - 1) * error;
        return Inference.Of(new MeanEstimate(new(mean, mean - half, mean + half), error, all.Length, sums.Length, StudentT.TwoSidedP(mean / error, sums.Length - 1)));
    }

    private static string Unvaried(double[] values, int clusters)
    {
        if (values.All(v => v == 0)) return $"All {values.Length} values are 0: there is no spread to measure an interval from, and no difference to test.";
        return values.Max() - values.Min() <= Rounding * values.Max(Math.Abs)
            ? $"All {values.Length} values are {values[0]:G6}: they show no spread to measure an interval or a p from. That is not p = 0; values that vary are needed."
            : $"All {clusters} clusters have the same mean: they show no spread to measure an interval or a p from. That is not p = 0; clusters that vary are needed.";
    }
}

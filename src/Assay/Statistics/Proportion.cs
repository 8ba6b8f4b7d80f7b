namespace Assay.Statistics;

/// <summary>Intervals for pass rates. Never Wald: below a few hundred items it is too narrow (arXiv 2503.01747).</summary>
public static class Proportion
{
    /// <summary>The 97.5 % quantile of the standard normal distribution, for two-sided 95 %.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Wilson score interval at 95 %: (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n).</summary>
    /// <param name="passed">0 to <paramref name="n"/>.</param>
    /// <param name="n">At least 1: an interval cannot be built from nothing.</param>
    public static (double Low, double High) Wilson(int passed, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(passed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, n);
        var p = (double)passed / n;
        var z2 = Z95 * Z95;
        var half = Z95 * Math.Sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        var scale = 1 + z2 / n;
        return (passed == 0 ? 0 : (p + z2 / (2 * n) - half) / scale, passed == n ? 1 : (p + z2 / (2 * n) + half) / scale);
    }

    /// <summary>
    /// 95 % interval of the difference of two independent pass rates, first minus second (Newcombe 1998, method 10: from the two Wilson
    /// intervals). For runs whose item-by-item results are not to be had.
    /// </summary>
    public static (double Low, double High) Difference(int passedFirst, int nFirst, int passedSecond, int nSecond)
    {
        var (low1, high1) = Wilson(passedFirst, nFirst);
        var (low2, high2) = Wilson(passedSecond, nSecond);
        double p1 = (double)passedFirst / nFirst, p2 = (double)passedSecond / nSecond;
        return (
            p1 - p2 - Math.Sqrt((p1 - low1) * (p1 - low1) + (high2 - p2) * (high2 - p2)),
            p1 - p2 + Math.Sqrt((high1 - p1) * (high1 - p1) + (p2 - low2) * (p2 - low2)));
    }
}

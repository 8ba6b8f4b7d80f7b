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
        return Wilson((double)passed / n, n);
    }

    /// <summary>
    /// The same around a rate whose count is not told. Also around the mean of n numbers between 0 and 1, such as partial credit: there the variance is at
    /// most that of a pass rate, so the interval is rather too wide than too narrow.
    /// </summary>
    /// <param name="rate">0 to 1.</param>
    /// <param name="n">At least 1.</param>
    public static (double Low, double High) Wilson(double rate, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 1);
        var z2 = Z95 * Z95;
        var half = Z95 * Math.Sqrt(rate * (1 - rate) / n + z2 / (4.0 * n * n));
        var scale = 1 + z2 / n;
        return (rate == 0 ? 0 : (rate + z2 / (2 * n) - half) / scale, rate == 1 ? 1 : (rate + z2 / (2 * n) + half) / scale);
    }

    /// <summary>
    /// 95 % interval of the difference of two independent pass rates, first minus second (Newcombe 1998, method 10: from the two Wilson
    /// intervals). For runs whose item-by-item results are not to be had.
    /// </summary>
    public static (double Low, double High) Difference(int passedFirst, int nFirst, int passedSecond, int nSecond)
    {
        var difference = Estimate.Difference(
            new((double)passedFirst / nFirst, Wilson(passedFirst, nFirst)), new((double)passedSecond / nSecond, Wilson(passedSecond, nSecond)));
        return (difference.Low, difference.High);
    }
}

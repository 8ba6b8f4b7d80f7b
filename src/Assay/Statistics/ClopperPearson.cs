namespace Assay.Statistics;

/// <summary>The exact interval of a pass rate: never narrower than promised, so mostly wider than needed. <see cref="Proportion"/> is the default.</summary>
public static class ClopperPearson
{
    /// <summary>At 95 %, from quantiles of the beta distribution (Clopper and Pearson 1934).</summary>
    /// <param name="passed">0 to <paramref name="n"/>.</param>
    /// <param name="n">At least 1: an interval cannot be built from nothing.</param>
    public static (double Low, double High) Interval(int passed, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(passed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passed, n);
        return (passed == 0 ? 0 : BetaDistribution.Quantile(0.025, passed, n - passed + 1.0),
            passed == n ? 1 : BetaDistribution.Quantile(0.975, passed + 1.0, n - passed));
    }
}

namespace Assay.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private const double Reach = 8;

    /// <summary>The probability of a value up to <paramref name="z"/>, by Marsaglia's series (Journal of Statistical Software 11, 2004); 0 or 1 beyond 8.</summary>
    public static double Cdf(double z)
    {
        if (Math.Abs(z) > Reach) return z < 0 ? 0 : 1;
        double term = z, sum = z, before = 0;
        for (var i = 3; sum != before; i += 2)
        {
            before = sum;
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }

    /// <param name="probability">1e-9 to 1 − 1e-9.</param>
    public static double Quantile(double probability)
    {
        if (!(probability >= 1e-9 && probability <= 1 - 1e-9)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "Allowed is 1e-9 to 1 − 1e-9.");
        double low = -Reach, high = Reach;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Cdf(middle) < probability) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}

namespace Assay.Statistics;

/// <summary>The beta distribution, from which exact intervals of proportions and Student's t follow.</summary>
public static class BetaDistribution
{
    private const int MostTerms = 100_000;

    /// <summary>The regularized incomplete beta function I_x(a, b): the probability of a value up to x.</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double Cdf(double x, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        if (!(x >= 0 && x <= 1)) throw new ArgumentOutOfRangeException(nameof(x), x, "Allowed is 0 to 1.");
        if (x is 0 or 1) return x;
        var front = Math.Exp(Gamma.Log(a + b) - Gamma.Log(a) - Gamma.Log(b) + a * Math.Log(x) + b * Math.Log(1 - x));
        // The fraction settles fast below the mean alone; above it the mirror image does.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(1 - x, b, a) / b;
    }

    /// <summary>The value that is not exceeded with that probability, to 1e-16.</summary>
    public static double Quantile(double probability, double a, double b)
    {
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "Allowed is 0 to 1.");
        double low = 0, high = 1;
        // By halves: slower than Newton's method and never astray.
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Cdf(middle, a, b) < probability) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified method of Lentz.</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
        var upper = 1.0;
        var lower = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var result = lower;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            lower = 1 / NotZero(1 + even * lower);
            upper = NotZero(1 + even / upper);
            result *= upper * lower;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            lower = 1 / NotZero(1 + odd * lower);
            upper = NotZero(1 + odd / upper);
            result *= upper * lower;
            if (Math.Abs(upper * lower - 1) < 1e-15) break;
        }
        return result;
    }
}

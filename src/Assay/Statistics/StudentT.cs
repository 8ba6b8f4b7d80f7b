namespace Assay.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>The probability of a value at least that far from 0, either way.</summary>
    /// <param name="t">Any finite number.</param>
    /// <param name="degrees">Degrees of freedom, 1 and above.</param>
    public static double TwoSidedP(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return BetaDistribution.Cdf(degrees / (degrees + t * t), degrees / 2.0, 0.5);
    }

    /// <summary>How far from 0 the middle 95 % reach: 12.7 at one degree of freedom, towards 1.96 with many.</summary>
    /// <param name="degrees">Degrees of freedom, 1 and above.</param>
    public static double Critical95(int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var y = BetaDistribution.Quantile(0.95, 0.5, degrees / 2.0);
        return Math.Sqrt(degrees * y / (1 - y));
    }
}

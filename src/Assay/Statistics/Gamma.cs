namespace Assay.Statistics;

internal static class Gamma
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x) by Stirling's series, moved up to where five terms reach the precision of a double.</summary>
    /// <param name="x">Above 0.</param>
    public static double Log(double x)
    {
        var below = 1.0;
        for (; x < 10; x++) below *= x;
        var r = 1 / (x * x);
        var series = (1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r / 1188)))) / x;
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + series - Math.Log(below);
    }
}

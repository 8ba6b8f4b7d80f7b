namespace Assay.Statistics;

/// <summary>A number with its 95 % interval, which need not lie evenly around it.</summary>
/// <param name="Low">Not above the value.</param>
/// <param name="High">Not below the value.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Estimate(double Value, double Low, double High)
{
    public Estimate(double value, (double Low, double High) interval) : this(value, interval.Low, interval.High) { }

    /// <summary>A number that is taken as exact.</summary>
    public static Estimate Exact(double value) => new(value, value, value);

    /// <summary>
    /// First minus second, taken as independent: the distances to the ends are joined by squares, each with the other's opposite end. For even
    /// intervals that is the root of the sum of the squared standard errors; for two Wilson intervals it is Newcombe's method 10 (Zou and Donner 2008).
    /// </summary>
    public static Estimate Difference(Estimate first, Estimate second)
    {
        static double Root(double a, double b) => Math.Sqrt(a * a + b * b);
        var gap = first.Value - second.Value;
        return new(gap, gap - Root(first.Value - first.Low, second.High - second.Value), gap + Root(first.High - first.Value, second.Value - second.Low));
    }

    public bool HoldsZero => Low <= 0 && High >= 0;
}

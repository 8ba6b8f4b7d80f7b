using Assay.Catalog;
using Assay.Statistics;

namespace Assay.Comparison;

/// <summary>Who is ahead of two comparable results.</summary>
/// <param name="Sign">1 where the first is better, −1 where the second is, 0 where they are equal or chance can explain the difference.</param>
/// <param name="Gap">First minus second, in the unit of the benchmark.</param>
/// <param name="Interval">95 % interval of the gap as a share of the items; null where item counts are not told.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct BenchmarkLead(int Sign, decimal Gap, (double Low, double High)? Interval)
{
    public bool WithinChance => Sign == 0 && Gap != 0;

    public static BenchmarkLead Of(BenchmarkScore first, BenchmarkScore second, bool higherIsBetter)
    {
        var gap = first.Value - second.Value;
        var sign = Math.Sign(gap) * (higherIsBetter ? 1 : -1);
        if (!Counted(first, out var k1, out var n1) || !Counted(second, out var k2, out var n2)) return new(sign, gap, null);
        var interval = Proportion.Difference(k1, n1, k2, n2);
        return new(interval.Low <= 0 && interval.High >= 0 ? 0 : sign, gap, interval);
    }

    /// <summary>Whether the items are told, and told in a way that can be: a source that has more passed than items has neither.</summary>
    internal static bool Counted(BenchmarkScore score, out int passed, out int n)
    {
        (passed, n) = (score.Passed ?? -1, score.N ?? 0);
        return n > 0 && passed >= 0 && passed <= n;
    }
}

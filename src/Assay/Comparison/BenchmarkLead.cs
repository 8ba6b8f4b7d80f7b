using Assay.Catalog;
using Assay.Statistics;

namespace Assay.Comparison;

/// <summary>Who is ahead of two comparable results.</summary>
/// <param name="Sign">1 where the first is better, −1 where the second is, 0 where they are equal or chance can explain the difference.</param>
/// <param name="Gap">First minus second, in the unit of the benchmark.</param>
/// <param name="Interval">95 % interval of the gap in the unit of the benchmark; null where not both results have one.</param>
/// <param name="Known">How many of the two results have an interval: 0, 1 or 2.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct BenchmarkLead(int Sign, decimal Gap, (double Low, double High)? Interval, int Known)
{
    public bool WithinChance => Sign == 0 && Gap != 0;

    /// <summary>
    /// With one interval alone the gap's is at least as wide as that one: where it holds 0 nobody leads, and where it does not, nothing is shown.
    /// </summary>
    public static BenchmarkLead Of(BenchmarkScore first, BenchmarkScore second, bool higherIsBetter)
    {
        var gap = first.Value - second.Value;
        var sign = Math.Sign(gap) * (higherIsBetter ? 1 : -1);
        var (one, two) = (IntervalOf(first), IntervalOf(second));
        var known = (one is null ? 0 : 1) + (two is null ? 0 : 1);
        if (known == 0) return new(sign, gap, null, known);
        var difference = Estimate.Difference(one ?? Estimate.Exact((double)first.Value), two ?? Estimate.Exact((double)second.Value));
        return new(difference.HoldsZero ? 0 : sign, gap, known == 2 ? (difference.Low, difference.High) : null, known);
    }

    /// <summary>
    /// A result with its interval, in the unit of the benchmark: the one the source prints, which is taken as 95 %; else Wilson's from the items passed or, of a
    /// percentage, from the number of items. Null where there is none.
    /// </summary>
    public static Estimate? IntervalOf(BenchmarkScore score)
    {
        var value = (double)score.Value;
        if (score.Interval is { } printed && printed.Low <= score.Value && score.Value <= printed.High) return new(value, (double)printed.Low, (double)printed.High);
        if (score.Unit != "percent") return null;
        if (Counted(score, out var passed, out var items)) return OfShare((double)passed / items, Proportion.Wilson(passed, items));
        return score is { N: > 0 and var n, Passed: null, Value: >= 0 and <= 100 } ? OfShare(value / 100, Proportion.Wilson(value / 100, n)) : null;
    }

    /// <summary>
    /// Of a percentage: from the items where they are told, else from the printed value. Not decided where items without an answer could bring it into another band.
    /// </summary>
    public static Band BandOf(BenchmarkScore score)
    {
        var share = Counted(score, out var passed, out var n) ? (double)passed / n : (double)score.Value / 100;
        return Bands.Of(share) is var band && Bands.Of(share + Open(score)) == band ? band : Band.NotDecided;
    }

    /// <summary>What items without an answer could add, 0 to 1; 0 where all are answered or it is not told.</summary>
    public static double Open(BenchmarkScore score) => score is { Answered: { } answered, N: > 0 and var n } && answered < n ? (double)(n - answered) / n : 0;

    private static Estimate OfShare(double share, (double Low, double High) interval) => new(share * 100, interval.Low * 100, interval.High * 100);

    /// <summary>Whether the items are told, and told in a way that can be: a source that has more passed than items has neither.</summary>
    internal static bool Counted(BenchmarkScore score, out int passed, out int n)
    {
        (passed, n) = (score.Passed ?? -1, score.N ?? 0);
        return n > 0 && passed >= 0 && passed <= n;
    }
}

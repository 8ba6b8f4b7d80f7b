namespace Assay.Statistics;

/// <summary>Holm's step-down correction for several tests at once: with it the chance of even one false "better" stays under the level, whatever the tests share.</summary>
public static class Holm
{
    /// <summary>The smallest of m is multiplied by m, the next by m − 1 and so on; none falls below one before it, none passes 1.</summary>
    /// <param name="p">Raw, each 0 to 1.</param>
    /// <returns>Corrected, in the order they came in.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> p)
    {
        if (p.FirstOrDefault(x => !(x >= 0 && x <= 1), 0) is var odd and not 0) throw new ArgumentOutOfRangeException(nameof(p), odd, "Allowed is 0 to 1. A test without a p is left out.");
        var adjusted = new double[p.Count];
        var (before, rank) = (0.0, 0);
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
            adjusted[i] = before = Math.Max(before, Math.Min(1, (p.Count - rank++) * p[i]));
        return adjusted;
    }
}

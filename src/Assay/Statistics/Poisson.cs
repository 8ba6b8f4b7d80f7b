namespace Assay.Statistics;

/// <summary>Random numbers of the Poisson distribution.</summary>
internal static class Poisson
{
    /// <param name="mean">0 and above.</param>
    /// <param name="random">Uniform on [0, 1).</param>
    public static double Draw(double mean, Func<double> random) => mean == 0 ? 0 : mean < 10 ? ByProduct(mean, random) : ByRejection(mean, random);

    private static double ByProduct(double mean, Func<double> random)
    {
        var end = Math.Exp(-mean);
        var count = 0;
        for (var product = random(); product > end; product *= random()) count++;
        return count;
    }

    /// <summary>Transformed rejection with squeeze: algorithm PTRS of W. Hörmann, Insurance: Mathematics and Economics 12 (1993); its constants. Takes the same time for any mean.</summary>
    private static double ByRejection(double mean, Func<double> random)
    {
        var b = 0.931 + 2.53 * Math.Sqrt(mean);
        var a = -0.059 + 0.02483 * b;
        var inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        var squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = random() - 0.5;
            var v = random();
            var fromEdge = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / fromEdge + b) * u + mean + 0.43);
            if (fromEdge >= 0.07 && v <= squeeze) return k;
            if (k < 0 || fromEdge < 0.013 && v > fromEdge) continue;
            if (Math.Log(v * inverseAlpha / (a / (fromEdge * fromEdge) + b)) <= k * Math.Log(mean) - mean - Gamma.Log(k + 1)) return k;
        }
    }
}

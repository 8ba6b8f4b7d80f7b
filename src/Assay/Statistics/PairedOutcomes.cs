namespace Assay.Statistics;

/// <summary>Two models on the same items, each passed or failed. Every number is 0 or more.</summary>
public sealed record PairedOutcomes(int Both, int OnlyFirst, int OnlySecond, int Neither)
{
    public int Items => Both + OnlyFirst + OnlySecond + Neither;

    public static PairedOutcomes Of(IEnumerable<(bool First, bool Second)> items)
    {
        Span<int> counts = stackalloc int[4];
        counts.Clear();
        foreach (var (first, second) in items) counts[(first ? 2 : 0) + (second ? 1 : 0)]++;
        return new(counts[3], counts[2], counts[1], counts[0]);
    }

    /// <summary>The two-sided p of McNemar's exact test.</summary>
    public Inference<double> McNemar => Items == 0 ? Nothing<double>()
        : SignTest.P(OnlyFirst, OnlySecond) is { } p ? Inference.Of(p)
        : Inference.NotEnough<double>($"The two are identical on every one of {Items} items: there is no difference to test.");

    /// <summary>Pass rate of the first minus that of the second, -1 to 1, with the interval of Newcombe's method 10 for paired data (Statistics in Medicine 17, 1998).</summary>
    public Inference<Estimate> Difference
    {
        get
        {
            if (Items == 0) return Nothing<Estimate>();
            int first = Both + OnlyFirst, second = Both + OnlySecond;
            Estimate a = new((double)first / Items, Proportion.Wilson(first, Items)), b = new((double)second / Items, Proportion.Wilson(second, Items));
            var correlation = Correlation(first, second);
            double Root(double x, double y) => Math.Sqrt(Math.Max(0, x * x - 2 * correlation * x * y + y * y));
            var gap = (double)(OnlyFirst - OnlySecond) / Items;
            return Inference.Of(new Estimate(gap, gap - Root(a.Value - a.Low, b.High - b.Value), gap + Root(a.High - a.Value, b.Value - b.Low)));
        }
    }

    /// <summary>How alike the two fare, -1 to 1, with the continuity correction of the method; 0 where one of them passed or failed every item.</summary>
    private double Correlation(int first, int second)
    {
        var scale = Math.Sqrt((double)first * (Items - first)) * Math.Sqrt((double)second * (Items - second));
        if (scale == 0) return 0;
        var surplus = (double)Both * Neither - (double)OnlyFirst * OnlySecond;
        return (surplus > 0 ? Math.Max(0, surplus - Items / 2.0) : surplus) / scale;
    }

    private static Inference<T> Nothing<T>() where T : notnull => Inference.NotEnough<T>("No item was done by both: there is nothing to compare.");
}

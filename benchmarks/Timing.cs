using System.Diagnostics;
using System.Globalization;

namespace Assay.Bench;

/// <summary>Several runs of one thing: medians are quoted, with the spread, because machines are noisy.</summary>
internal sealed record Timing(string What, IReadOnlyList<double> Milliseconds)
{
    private double At(double share) => Milliseconds.Order().ElementAt((int)Math.Min(Milliseconds.Count - 1, Math.Floor(share * Milliseconds.Count)));
    public double Median => At(0.5);

    public static Timing Of(string what, int runs, Action action, int warmup = 1)
    {
        for (var i = 0; i < warmup; i++) action();
        return new(what, [.. Enumerable.Range(0, runs).Select(_ => Once(action))]);
    }

    public static double Once(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>A table of the timings; each as a multiple of the first, which is the baseline of the same run.</summary>
    public static void Print(string title, IReadOnlyList<Timing> timings)
    {
        Console.WriteLine($"## {title}\n\n| what | median ms | min | max | × baseline |\n|---|---:|---:|---:|---:|");
        foreach (var t in timings)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {t.What} | {t.Median:0.00} | {t.Milliseconds.Min():0.00} | {t.Milliseconds.Max():0.00} | {t.Median / timings[0].Median:0.0} |"));
    }
}

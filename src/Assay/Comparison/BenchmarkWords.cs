using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison;

/// <summary>Benchmarks and their results as read aloud.</summary>
public static class BenchmarkWords
{
    /// <summary>"MMMU (zero-shot)": the name, and what makes the result comparable.</summary>
    public static string Label(CatalogSnapshot catalog, BenchmarkScore score)
    {
        var name = catalog.Benchmarks.TryGetValue(score.Benchmark, out var known) ? known.Name : score.Benchmark;
        string[] parts = [.. new[] { score.Category, score.Version, score.Metric, score.Settings, score.Configuration }.OfType<string>()];
        return parts.Length == 0 ? name : $"{name} ({string.Join(", ", parts)})";
    }

    /// <summary>"59.6 %", "68.7 % (46 of 67)", "1,250 Elo", "$0.12", "8.1".</summary>
    public static string Value(BenchmarkScore score)
    {
        var value = Number(score.Value, score.Unit);
        return score is { Passed: { } passed, N: { } n } ? $"{value} ({passed} of {n})" : value;
    }

    /// <summary>A distance between two results, without sign: "2.8 points".</summary>
    public static string Gap(decimal gap, string unit)
    {
        if (unit != "percent") return Number(Math.Abs(gap), unit);
        var points = Rounded(Math.Abs(gap));
        return points + (points == "1" ? " point" : " points");
    }

    /// <summary>After a bare number: "points", "Elo", "min"; empty where the number says enough.</summary>
    public static string UnitOf(string unit) => unit switch { "percent" => "points", "elo" => "Elo", "minutes" => "min", "usd" => "US dollars", _ => "" };

    private static string Number(decimal value, string unit) => unit switch
    {
        "percent" => Rounded(value) + " %",
        "usd" => Format.Usd(value),
        "elo" => Rounded(value) + " Elo",
        "minutes" => Rounded(value) + " min",
        _ => Rounded(value),
    };

    private static string Rounded(decimal value) =>
        Math.Round(value, Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 1 ? 1 : 2, MidpointRounding.AwayFromZero).ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;

namespace Assay.Catalog;

/// <summary>
/// A published number for one model on one benchmark, with everything that decides what it may be compared with.
/// </summary>
public sealed record BenchmarkScore
{
    /// <summary>Benchmark id: <c>mmmu</c>.</summary>
    public required string Benchmark { get; init; }

    /// <summary>In the unit of <see cref="Unit"/>; for percent 0 to 100.</summary>
    public required decimal Value { get; init; }

    /// <summary><c>percent</c>, <c>score</c>, <c>elo</c>, <c>usd</c>, <c>minutes</c> or <c>index</c>.</summary>
    public required string Unit { get; init; }

    public string? Metric { get; init; }
    public string? Version { get; init; }
    public string? Settings { get; init; }
    public string? Category { get; init; }

    /// <summary>Items in the denominator; null when not told.</summary>
    public int? N { get; init; }

    /// <summary>Items passed; null when not told.</summary>
    public int? Passed { get; init; }

    /// <summary>Who ran it; null when not told.</summary>
    public string? MeasuredBy { get; init; }

    public Units.PartialDate? Date { get; init; }
    public decimal? AverageSeconds { get; init; }
    public decimal? MedianInputTokens { get; init; }
    public decimal? MedianOutputTokens { get; init; }
    public decimal? UsdPerTask { get; init; }

    /// <summary>Time from sending to the whole reply, half of the calls being quicker.</summary>
    public decimal? MedianSeconds { get; init; }

    /// <summary>The same, of which 95 of 100 calls took no more.</summary>
    public decimal? P95Seconds { get; init; }

    /// <summary>Items that were answered and scored, of <see cref="N"/>; null when not told. Calls that failed are neither passed nor failed.</summary>
    public int? Answered { get; init; }

    /// <summary>Ends of the interval that the source prints, in the unit of the value; null when it prints none.</summary>
    public (decimal Low, decimal High)? Interval { get; init; }

    /// <summary>
    /// How the model was run, where the source's name for it says so: <c>high effort</c>, <c>thinking 32K</c>, <c>function calling</c>. Read from
    /// the name when the catalogue is built (<see cref="ModelLabels"/>) and not stored.
    /// </summary>
    public string? Configuration { get; init; }

    /// <summary>Results measured in the same way, whatever the configuration of the models.</summary>
    public string VariantKey => string.Join('|', Benchmark, Version ?? "", Metric ?? "", Settings ?? "", Category ?? "", Unit);

    /// <summary>Two results are comparable exactly when these agree.</summary>
    public string ComparableKey => Configuration is null ? VariantKey : $"{VariantKey}|{Configuration}";

    private const char Separator = '\u001f';

    internal string ToText()
    {
        var text = new StringBuilder();
        foreach (var field in (object?[])[Benchmark, Value, Unit, Metric, Version, Settings, Category, N, Passed, MeasuredBy, Date, AverageSeconds, MedianInputTokens, MedianOutputTokens, UsdPerTask])
            text.Append(CultureInfo.InvariantCulture, $"{field}").Append(Separator);
        // Only where there is one: a score stored before there were intervals, and then times, stays the same value.
        var more = MedianSeconds is not null || P95Seconds is not null || Answered is not null;
        if (more || Interval is not null) text.Append(CultureInfo.InvariantCulture, $"{Interval?.Low}{Separator}{Interval?.High}{Separator}");
        if (more) text.Append(CultureInfo.InvariantCulture, $"{MedianSeconds}{Separator}{P95Seconds}{Separator}{Answered}{Separator}");
        return text.ToString();
    }

    internal static BenchmarkScore Read(string text)
    {
        var f = text.Split(Separator);
        string? Words(int i) => i >= f.Length || f[i].Length == 0 ? null : f[i];
        decimal? Number(int i) => i >= f.Length || f[i].Length == 0 ? null : decimal.Parse(f[i], CultureInfo.InvariantCulture);
        int? Whole(int i) => i >= f.Length || f[i].Length == 0 ? null : int.Parse(f[i], CultureInfo.InvariantCulture);
        return new()
        {
            Benchmark = f[0], Value = Number(1)!.Value, Unit = f[2], Metric = Words(3), Version = Words(4), Settings = Words(5), Category = Words(6),
            N = Whole(7), Passed = Whole(8), MeasuredBy = Words(9), Date = f[10].Length == 0 ? null : Units.PartialDate.Parse(f[10]),
            AverageSeconds = Number(11), MedianInputTokens = Number(12), MedianOutputTokens = Number(13), UsdPerTask = Number(14),
            Interval = Number(15) is { } low && Number(16) is { } high ? (low, high) : null, MedianSeconds = Number(17), P95Seconds = Number(18), Answered = Whole(19),
        };
    }
}

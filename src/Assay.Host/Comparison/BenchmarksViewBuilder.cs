using System.Globalization;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Statistics;

namespace Assay.Host.Comparison;

/// <summary>Benchmark rows as surfaces show them.</summary>
internal static class BenchmarksViewBuilder
{
    public static BenchmarksView Build(ModelComparison comparison)
    {
        BenchmarkRowView View(BenchmarkRow row) => Row(row, comparison.Models, comparison.Context.Catalog);
        IReadOnlyList<BenchmarkRowView> Only(Func<int, bool> place) =>
            [.. comparison.Benchmarks.Single.Where(r => place(r.Results.Select((x, i) => (x, i)).First(x => x.x.Count > 0).i)).Select(View)];
        return new([.. comparison.Benchmarks.Shared.Select(View)], Only(i => i == 0), Only(i => i == 1), Only(i => i > 1));
    }

    /// <summary>All results of one model.</summary>
    public static IReadOnlyList<BenchmarkRowView> Build(Model model, CatalogSnapshot catalog) => [.. BenchmarkTable.Of([model]).Single.Select(r => Row(r, [model], catalog))];

    private static BenchmarkRowView Row(BenchmarkRow row, IReadOnlyList<Model> models, CatalogSnapshot catalog)
    {
        var benchmark = catalog.Benchmarks.GetValueOrDefault(row.Benchmark);
        var values = row.Results.Where(r => r.Count > 0).Select(r => r[0].Score.Value).ToArray();
        decimal? best = values.Length > 1 && values.Distinct().Count() > 1 ? benchmark?.HigherIsBetter == false ? values.Min() : values.Max() : null;
        return new()
        {
            Benchmark = row.Benchmark, Name = benchmark?.Name ?? row.Benchmark, Unit = row.Sample.Unit, Metric = row.Sample.Metric, Version = row.Sample.Version,
            Settings = Settings(row.Sample), Category = row.Sample.Category,
            Results = [.. row.Results.Select((results, i) => results.Count == 0 ? null : Result(models[i], results, best))],
        };
    }

    private static BenchmarkResultView Result(Model model, IReadOnlyList<BenchmarkResult> results, decimal? best)
    {
        var score = results[0].Score;
        return new()
        {
            Model = model.Id, Value = score.Value, Display = Display(score), N = score.N, Passed = score.Passed, Interval = Interval(score), MeasuredBy = score.MeasuredBy,
            Date = score.Date?.ToString(), AverageSeconds = score.AverageSeconds, MedianInputTokens = score.MedianInputTokens,
            MedianOutputTokens = score.MedianOutputTokens, UsdPerTask = score.UsdPerTask, Best = score.Value == best, Claims = ClaimView.OfFact([.. results.Select(r => r.Claim)]),
        };
    }

    /// <summary>How it was measured, and how the model was run.</summary>
    private static string? Settings(BenchmarkScore score) =>
        score.Configuration is null ? score.Settings : score.Settings is null ? score.Configuration : $"{score.Settings}; {score.Configuration}";

    internal static string Display(BenchmarkScore score) => score.Unit switch
    {
        "percent" => score.Value.ToString("0.##", CultureInfo.InvariantCulture) + " %",
        "usd" => Units.Format.Usd(score.Value),
        "minutes" => score.Value.ToString("#,0.##", CultureInfo.InvariantCulture) + " min",
        _ => score.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>As printed by the source, else Wilson's from the items passed.</summary>
    internal static IReadOnlyList<decimal>? Interval(BenchmarkScore score)
    {
        if (score.Interval is { } printed) return [printed.Low, printed.High];
        if (score is not { Unit: "percent", N: > 0 and { } n, Passed: { } passed }) return null;
        var (low, high) = Proportion.Wilson(passed, n);
        return [Math.Round((decimal)low * 100, 1), Math.Round((decimal)high * 100, 1)];
    }
}

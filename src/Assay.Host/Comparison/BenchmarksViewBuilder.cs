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

    /// <summary>The vision evals of some models, group by group.</summary>
    public static IReadOnlyList<VisionEvalGroupView> VisionEvals(IReadOnlyList<Model> models, CatalogSnapshot catalog) =>
    [
        .. VisionEvalTable.Of(models).Select(g => new VisionEvalGroupView
        {
            Benchmark = g.Benchmark, Name = catalog.Benchmarks.GetValueOrDefault(g.Benchmark)?.Name ?? g.Benchmark, By = g.By, Version = g.Version, Settings = g.Settings,
            Models = [.. g.Columns.Select((column, i) => column is null ? null : Column(models[i], column))],
        }),
    ];

    private static VisionEvalColumnView Column(Model model, VisionEvalColumn column)
    {
        BenchmarkResultView View(BenchmarkResult result) => Result(model, [result], leads: false) with { Band = BenchmarkLead.BandOf(result.Score) is not Band.NotDecided and var band ? band.Name() : null };
        return new(model.Id, column.Overall is { } overall ? View(overall) : null, column.Categories.ToDictionary(c => c.Name, c => View(c.Result)));
    }

    private static BenchmarkRowView Row(BenchmarkRow row, IReadOnlyList<Model> models, CatalogSnapshot catalog)
    {
        var benchmark = catalog.Benchmarks.GetValueOrDefault(row.Benchmark);
        var scores = row.Results.Where(r => r.Count > 0).Select(r => r[0].Score).ToArray();
        bool Leads(BenchmarkScore score) => scores.Length > 1 && Array.TrueForAll(scores, s => ReferenceEquals(s, score) || BenchmarkLead.Of(score, s, benchmark?.HigherIsBetter ?? true).Sign > 0);
        return new()
        {
            Benchmark = row.Benchmark, Name = benchmark?.Name ?? row.Benchmark, Unit = row.Sample.Unit, Metric = row.Sample.Metric, Version = row.Sample.Version,
            Settings = Settings(row.Sample), Category = row.Sample.Category, LessIsBetter = benchmark is { HigherIsBetter: false },
            Results = [.. row.Results.Select((results, i) => results.Count == 0 ? null : Result(models[i], results, Leads(results[0].Score)))],
        };
    }

    private static BenchmarkResultView Result(Model model, IReadOnlyList<BenchmarkResult> results, bool leads)
    {
        var score = results[0].Score;
        return new()
        {
            Model = model.Id, Value = score.Value, Display = Display(score), N = score.N, Passed = score.Passed, Interval = Interval(score), MeasuredBy = score.MeasuredBy,
            Date = score.Date?.ToString(), AverageSeconds = score.AverageSeconds, MedianInputTokens = score.MedianInputTokens,
            MedianOutputTokens = score.MedianOutputTokens, UsdPerTask = score.UsdPerTask, MedianSeconds = score.MedianSeconds, P95Seconds = score.P95Seconds, Answered = score.Answered, Best = leads, Claims = ClaimView.OfFact([.. results.Select(r => r.Claim)]),
        };
    }

    /// <summary>How it was measured, and how the model was run.</summary>
    private static string? Settings(BenchmarkScore score) =>
        score.Configuration is null ? score.Settings : score.Settings is null ? score.Configuration : $"{score.Settings}; {score.Configuration}";

    internal static string Display(BenchmarkScore score) => score.Unit switch
    {
        // What was not answered may be right or wrong.
        "percent" when BenchmarkLead.Open(score) is > 0 and var open => string.Create(CultureInfo.InvariantCulture, $"{score.Value:0.##} % to {Math.Min(100, score.Value + (decimal)(open * 100)):0.##} %"),
        "percent" => score.Value.ToString("0.##", CultureInfo.InvariantCulture) + " %",
        "usd" => Units.Format.Usd(score.Value),
        "minutes" => score.Value.ToString("#,0.##", CultureInfo.InvariantCulture) + " min",
        _ => score.Value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>"46/67, 95 %: 56.8–78.5"; null where neither items nor an interval are known.</summary>
    internal static string? Beside(BenchmarkResultView result)
    {
        string[] parts = [.. result is { Passed: { } passed, N: { } n } ? [$"{passed}/{n}"] : Array.Empty<string>(), .. result.Interval is [var low, var high] ? [$"95 %: {End(low)}–{End(high)}"] : Array.Empty<string>()];
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    private static string End(decimal value) => value.ToString(value.Scale == 0 ? "0" : Math.Abs(value) < 1 ? "0.0##" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>As printed by the source; else worked out, to one digit.</summary>
    internal static IReadOnlyList<decimal>? Interval(BenchmarkScore score) =>
        score.Interval is { } printed ? [printed.Low, printed.High]
        : BenchmarkLead.IntervalOf(score) is { } estimate ? [Math.Round((decimal)estimate.Low, 1), Math.Round((decimal)estimate.High, 1)] : null;
}

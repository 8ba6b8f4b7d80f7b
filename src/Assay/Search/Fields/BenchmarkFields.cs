using Assay.Catalog;

namespace Assay.Search.Fields;

/// <summary>One field for each benchmark that a model of the catalogue has a result on.</summary>
internal static class BenchmarkFields
{
    public static IEnumerable<Field> Of(CatalogSnapshot catalog) =>
        catalog.Models.SelectMany(m => m.Results).Where(IsWhole).GroupBy(r => r.Score.Benchmark, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Of(g.Key, catalog.Benchmarks.GetValueOrDefault(g.Key), g.GroupBy(r => r.Score.Unit).MaxBy(u => u.Count())!.Key));

    /// <param name="unit">That of most results: numbers of another unit say something else and are left out.</param>
    private static Field Of(string id, Benchmark? benchmark, string unit) => new()
    {
        Name = id.ToLowerInvariant(), Label = benchmark?.Name ?? id, Kind = FieldKind.Score, Aliases = benchmark is null ? [] : [benchmark.Name],
        Meaning = $"the best published result on {benchmark?.Name ?? id}, in {unit}",
        Read = c => Best(c.Model, id, unit, benchmark?.HigherIsBetter ?? true) is { } value ? Reading.Span.At(value) : new Reading.Unknown("no source we hold has a result"),
    };

    /// <summary>Of the whole benchmark and not of one category; not a rumour.</summary>
    private static bool IsWhole(BenchmarkResult result) => result is { Score.Category: null, Claim.Unconfirmed: false };

    private static decimal? Best(Model model, string benchmark, string unit, bool higherIsBetter)
    {
        decimal? best = null;
        foreach (var result in model.Results)
        {
            if (result.Score.Benchmark != benchmark || result.Score.Unit != unit || !IsWhole(result)) continue;
            var value = result.Score.Value;
            if (best is null || (higherIsBetter ? value > best : value < best)) best = value;
        }
        return best;
    }
}

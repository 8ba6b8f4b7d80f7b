using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>A benchmark row: one cell a model, null where the model has no such result.</summary>
/// <param name="Benchmark">Id.</param>
/// <param name="Results">In page order; several results under one key (two sources) are kept, the policy's pick first.</param>
public sealed record BenchmarkRow(string Key, string Benchmark, BenchmarkScore Sample, IReadOnlyList<IReadOnlyList<BenchmarkResult>> Results)
{
    /// <summary>How many of the models have a result here.</summary>
    public int Filled => Results.Count(r => r.Count > 0);
}

/// <summary>Results side by side. Two numbers share a row only where benchmark, version, metric, settings, category and unit agree.</summary>
/// <param name="Shared">Rows that at least two models have.</param>
/// <param name="Single">Rows that only one has.</param>
public sealed record BenchmarkTable(IReadOnlyList<BenchmarkRow> Shared, IReadOnlyList<BenchmarkRow> Single)
{
    public static BenchmarkTable Of(IReadOnlyList<Model> models)
    {
        var rows = models.SelectMany(m => m.Results).Select(r => r.Score).DistinctBy(s => s.ComparableKey)
            .OrderBy(s => s.Benchmark, StringComparer.Ordinal).ThenBy(s => s.Category is not null).ThenBy(s => s.ComparableKey, StringComparer.Ordinal)
            .Select(s => new BenchmarkRow(s.ComparableKey, s.Benchmark, s, [.. models.Select(m => Results(m, s.ComparableKey))]))
            .ToLookup(r => r.Filled > 1);
        return new([.. rows[true]], [.. rows[false]]);
    }

    private static BenchmarkResult[] Results(Model model, string key)
    {
        var results = model.Results.Where(r => r.Score.ComparableKey == key).ToArray();
        Array.Sort(results, (a, b) => Precedence.Compare(a.Claim, b.Claim));
        return results;
    }
}

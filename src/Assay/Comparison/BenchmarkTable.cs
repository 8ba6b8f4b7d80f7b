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
        var rows = new Dictionary<string, (BenchmarkScore Sample, List<BenchmarkResult>[] Results)>(StringComparer.Ordinal);
        for (var i = 0; i < models.Count; i++)
        {
            foreach (var result in models[i].Results)
            {
                // These stand in the table of the vision evals.
                if (result.Score.Category is not null && VisionEvalSuites.Has(result.Score.Benchmark)) continue;
                var key = result.Key;
                if (!rows.TryGetValue(key, out var row))
                {
                    row = rows[key] = (result.Score, new List<BenchmarkResult>[models.Count]);
                    for (var m = 0; m < models.Count; m++) row.Results[m] = [];
                }
                row.Results[i].Add(result);
            }
        }
        foreach (var (_, results) in rows.Values)
            foreach (var cell in results) cell.Sort((a, b) => Precedence.Compare(a.Claim, b.Claim));
        var sorted = rows.OrderBy(r => r.Value.Sample.Benchmark, StringComparer.Ordinal).ThenBy(r => r.Value.Sample.Category is not null).ThenBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => new BenchmarkRow(r.Key, r.Value.Sample.Benchmark, r.Value.Sample, r.Value.Results)).ToLookup(r => r.Filled > 1);
        return new([.. sorted[true]], [.. sorted[false]]);
    }
}

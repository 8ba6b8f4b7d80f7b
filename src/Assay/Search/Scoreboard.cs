using Assay.Catalog;

namespace Assay.Search;

/// <summary>
/// The results of a catalogue by variant: one benchmark in one version, metric, setting, category and unit, so that the numbers under one
/// variant may be compared. A model has one result there: of several sources the one that goes before, of several configurations the best.
/// </summary>
public sealed class Scoreboard
{
    private readonly Dictionary<string, Dictionary<Model, BenchmarkResult>> variants = new(StringComparer.Ordinal);
    private readonly CatalogSnapshot catalog;

    public Scoreboard(CatalogSnapshot catalog)
    {
        this.catalog = catalog;
        foreach (var model in catalog.Models)
            foreach (var configuration in model.Results.Where(r => !r.Claim.Unconfirmed).GroupBy(r => r.Key, StringComparer.Ordinal))
                Add(model, configuration.Aggregate((a, b) => Precedence.Compare(a.Claim, b.Claim) <= 0 ? a : b));
    }

    /// <summary>Results by model; null where the catalogue has no such variant.</summary>
    public IReadOnlyDictionary<Model, BenchmarkResult>? this[string variant] => variants.GetValueOrDefault(variant);

    public IReadOnlyCollection<string> Variants => variants.Keys;

    public bool HigherIsBetter(BenchmarkScore score) => !catalog.Benchmarks.TryGetValue(score.Benchmark, out var known) || known.HigherIsBetter;

    private void Add(Model model, BenchmarkResult result)
    {
        var variant = result.Score.VariantKey;
        if (!variants.TryGetValue(variant, out var results)) results = variants[variant] = [];
        if (!results.TryGetValue(model, out var other) || (HigherIsBetter(result.Score) ? result.Score.Value > other.Score.Value : result.Score.Value < other.Score.Value)) results[model] = result;
    }
}

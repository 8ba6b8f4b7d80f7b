using Assay.Adapters.Importers;
using Assay.Catalog;

namespace Assay.Host.Comparison;

/// <summary>A run of a suite whose results stand in the catalogue.</summary>
/// <param name="Path">Its page.</param>
/// <param name="Suite">The suite's title.</param>
/// <param name="Models">How many models it was put to.</param>
/// <param name="Best">The one that did best.</param>
public sealed record StartEvalView(string Path, string Suite, string Day, int Models, string Best, string BestModel, string BestDisplay)
{
    private const int Shown = 3;

    /// <summary>The newest first. Only models of the catalogue count.</summary>
    public static IReadOnlyList<StartEvalView> Of(CatalogSnapshot catalog) =>
    [
        .. catalog.Models.SelectMany(m => m.Results.Where(r => r.Claim.Source is { Publisher: OwnRunResults.Publisher, Url: not null } && r.Score.Category is null).Select(r => (Model: m, Result: r)))
            .GroupBy(r => r.Result.Claim.Source.Url!, StringComparer.Ordinal)
            .OrderByDescending(g => g.First().Result.Claim.Source.AsOf).ThenByDescending(g => g.Key, StringComparer.Ordinal).Take(Shown)
            .Select(g => (Run: g.Key, Best: g.MaxBy(r => r.Result.Score.Value), Models: g.Select(r => r.Model).Distinct().Count()))
            .Select(g => new StartEvalView(g.Run, catalog.Benchmarks.GetValueOrDefault(g.Best.Result.Score.Benchmark)?.Name ?? g.Best.Result.Score.Benchmark, g.Best.Result.Claim.Source.AsOf.ToString(), g.Models,
                g.Best.Model.Name, g.Best.Model.Id, BenchmarksViewBuilder.Display(g.Best.Result.Score))),
    ];
}

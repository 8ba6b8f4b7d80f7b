using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;

namespace Assay.Host.Comparison;

/// <summary>The start page: what changed of late, what ends next, pairs to begin with and their verdicts, the newest evals, and what the catalogue holds. Made of the catalogue and its day alone.</summary>
public sealed record StartView
{
    private const int ChangesShown = 5;
    private const int EndsShown = 4;

    private static readonly ConditionalWeakTable<CatalogSnapshot, StartView> Kept = [];

    public required string AsOf { get; init; }
    public required int Models { get; init; }
    public required int Makers { get; init; }
    public required int Offers { get; init; }
    public required int Providers { get; init; }
    public required int Benchmarks { get; init; }
    public required int Claims { get; init; }

    /// <summary>The newest changes of prices, limits and lifecycle, one for each model.</summary>
    public required IReadOnlyList<ChangeView> Changes { get; init; }

    /// <summary>What is shut down next.</summary>
    public required IReadOnlyList<LifecycleEventView> Ahead { get; init; }

    public required IReadOnlyList<StartPairView> Pairs { get; init; }

    /// <summary>The newest runs of suites whose results stand in the catalogue.</summary>
    public required IReadOnlyList<StartEvalView> Evals { get; init; }

    public static StartView Of(AskedDay asked, Comparer comparer)
    {
        var catalog = asked.Catalog;
        if (Kept.TryGetValue(catalog, out var kept)) return kept;
        var made = Make(catalog, asked.History, comparer);
        Kept.AddOrUpdate(catalog, made);
        return made;
    }

    private static StartView Make(CatalogSnapshot catalog, CatalogHistory history, Comparer comparer) => new()
    {
        AsOf = catalog.AsOf.ToString("yyyy-MM-dd"), Models = catalog.Models.Count, Makers = catalog.Models.Select(m => m.Organization.Id).Distinct().Count(),
        Offers = catalog.Models.Sum(m => m.Offers.Count), Providers = catalog.Providers.Count, Claims = catalog.ClaimCount,
        Benchmarks = catalog.Models.SelectMany(m => m.Results).Select(r => r.Score.Benchmark).Distinct(StringComparer.Ordinal).Count(),
        Changes = [.. Newest(history)], Evals = StartEvalView.Of(catalog), Pairs = [.. StartPairs.Of(catalog).Select(p => StartPairView.Of(catalog, p, comparer))],
        Ahead = [.. new LifecycleRadar(catalog).Ahead.Where(e => e.Kind is LifecycleEventKind.Retires).Take(EndsShown).Select(e => LifecycleEventView.Of(e, catalog))],
    };

    /// <summary>A list that changes all its offers at once must not fill the page with one model.</summary>
    private static IEnumerable<ChangeView> Newest(CatalogHistory history) =>
        history.Log.Changes.Where(c => c.Kind is ChangeKind.Price or ChangeKind.Limit or ChangeKind.Lifecycle && c.After is not null)
            .Select(c => (Change: c, Model: history.ModelOf(c.Subject))).Where(c => c.Model is not null && history.Catalog.ById(c.Model.Id) is not null)
            .DistinctBy(c => c.Model!.Id).Take(ChangesShown).Select(c => ChangeView.Of(c.Change, history));
}

/// <summary>A pair with its verdict at the default traffic.</summary>
/// <param name="By"><c>hand</c>, or <c>providers</c>: how many can serve the one of the two that fewer serve.</param>
/// <param name="ProvidersOfEach">By how many providers each is listed, in order.</param>
public sealed record StartPairView(string Title, string Path, string Verdict, string Decision, string By, IReadOnlyList<int> ProvidersOfEach)
{
    internal static StartPairView Of(CatalogSnapshot catalog, StartPair pair, Comparer comparer)
    {
        var verdict = comparer.Compare(catalog, [pair.First, pair.Second], TrafficProfile.Default).Verdicts[0];
        return new(
            $"{pair.First.Name} vs {pair.Second.Name}", Pages.Compare.PairModel.PathOf([pair.First, pair.Second]), verdict.Text,
            System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Decision.ToString()), pair.ByHand ? "hand" : "providers", [pair.First.ProviderCount, pair.Second.ProviderCount]);
    }
}

using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Comparison;
using Assay.Host.Catalog.History;

namespace Assay.Host.Comparison;

/// <summary>The start page: what the catalogue holds, and pairs people ask about with their verdicts.</summary>
public sealed record StartView(string AsOf, int Models, int Makers, int Offers, int Providers, int Claims, IReadOnlyList<StartPairView> Pairs, IReadOnlyList<LifecycleEventView> Ahead)
{
    /// <summary>A pair whose models the catalogue does not hold is left out.</summary>
    private static readonly (string, string)[] Asked =
    [
        ("google/gemma-3-12b-it", "openai/gpt-4-vision-preview"), ("google/gemma-4-26b-a4b-it", "openai/gpt-5.2"), ("openai/gpt-4o", "openai/gpt-4o-mini"),
        ("anthropic/claude-sonnet-4-5", "openai/gpt-5"), ("google/gemini-2.5-pro", "google/gemini-2.5-flash"), ("deepseek/deepseek-v3.2", "openai/gpt-5-mini"),
    ];

    public static StartView Of(CatalogSnapshot catalog, Comparer comparer) => new(
        catalog.AsOf.ToString("yyyy-MM-dd"), catalog.Models.Count, catalog.Models.Select(m => m.Organization.Id).Distinct().Count(),
        catalog.Models.Sum(m => m.Offers.Count), catalog.Providers.Count, catalog.ClaimCount,
        [.. Asked.Select(p => (A: catalog.ById(p.Item1), B: catalog.ById(p.Item2))).Where(p => p is { A: not null, B: not null })
            .Select(p => (p.A, p.B, Verdict: comparer.Compare(catalog, [p.A!, p.B!], TrafficProfile.Default).Verdicts[0]))
            .Select(x => new StartPairView($"{x.A!.Name} vs {x.B!.Name}", Pages.Compare.PairModel.PathOf([x.A, x.B!]), x.Verdict.Text, System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(x.Verdict.Decision.ToString())))],
        [.. new LifecycleRadar(catalog).Ahead.Where(e => e.Kind is LifecycleEventKind.Retires).Take(EndsShown).Select(e => LifecycleEventView.Of(e, catalog))]);

    private const int EndsShown = 4;
}

/// <summary>A pair with its verdict at the default traffic.</summary>
public sealed record StartPairView(string Title, string Path, string Verdict, string Decision);

using Assay.Host.Catalog;
using Assay.Host.Comparison;

namespace Assay.Host.Decisions;

/// <summary>Every claim that a comparison shows anywhere, in the order of its sections; many stand in several places.</summary>
internal static class ComparisonClaims
{
    public static IEnumerable<ClaimView> Of(ComparisonView view) =>
        view.Models.SelectMany(Of).Concat(view.Cost.SelectMany(Of)).Concat(view.Verdicts.SelectMany(v => v.Claims)).Concat(view.Findings.SelectMany(f => f.Claims))
            .Concat(view.Scorecard.SelectMany(r => r.Cells).SelectMany(c => c.Claims)).Concat(view.Switch.Directions.SelectMany(d => d.Findings).SelectMany(f => f.Claims))
            .Concat(Results(view).SelectMany(r => r.Claims)).Concat(view.Faq.SelectMany(f => f.Claims)).Concat(view.Provenance.Conflicts.SelectMany(c => c.Claims));

    private static IEnumerable<ClaimView> Of(ModelView model) =>
        new[] { model.Lifecycle.Status, model.Lifecycle.Deprecated, model.Lifecycle.Retires, model.Lifecycle.Successor }
            .Concat(model.Specs.Values).Concat(model.Capabilities.Values).Concat(model.Tasks.Values)
            .Concat(model.Offers.Concat(model.Variants).SelectMany(Of)).SelectMany(f => f.Claims).Concat(model.ClaimsOfRank);

    private static IEnumerable<FactView> Of(OfferView offer) =>
        [.. offer.Prices.Values, .. offer.Tiers.SelectMany(t => t.Prices.Values), offer.FreeTier, offer.ContextWindow, offer.MaxOutput, offer.ModalitiesIn];

    private static IEnumerable<ClaimView> Of(CostView cost) => cost.Lines.SelectMany(l => l.Claims).Concat(cost.LastKnown is { } last ? Of(last) : []);

    private static IEnumerable<BenchmarkResultView> Results(ComparisonView view)
    {
        var b = view.Benchmarks;
        return b.Shared.Concat(b.OnlyA).Concat(b.OnlyB).Concat(b.OnlyOthers).SelectMany(r => r.Results.OfType<BenchmarkResultView>())
            .Concat(view.VisionEvals.SelectMany(g => g.Models.OfType<VisionEvalColumnView>()).SelectMany(c => c.Categories.Values.Concat(c.Overall is { } overall ? [overall] : [])));
    }
}

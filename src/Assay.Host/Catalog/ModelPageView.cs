using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Comparison;
using Assay.Comparison.Cost;
using Assay.Host.Catalog.History;
using Assay.Host.Comparison;

namespace Assay.Host.Catalog;

/// <summary>The page of one model: the one-sided version of a comparison.</summary>
public sealed record ModelPageView
{
    public required ModelView Model { get; init; }
    public required TrafficView Traffic { get; init; }
    public required CostView Cost { get; init; }
    public required IReadOnlyList<BenchmarkRowView> Benchmarks { get; init; }
    public required IReadOnlyList<VisionEvalGroupView> VisionEvals { get; init; }

    /// <summary>That no vision eval was run, and the command that would; null where one was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? VisionEvalsNotRun { get; init; }
    public required ProvenanceView Provenance { get; init; }

    /// <summary>Null where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public HistoryView? History { get; init; }

    /// <param name="history">The past of the catalogue, where it is to be shown.</param>
    public static ModelPageView Of(CatalogSnapshot catalog, Model model, TrafficProfile traffic, CatalogHistory? history = null)
    {
        var day = catalog.AsOf;
        var cost = CostOfModel.At(model, traffic, day);
        var groups = BenchmarksViewBuilder.VisionEvals([model], catalog);
        return new()
        {
            Model = ModelView.Of(catalog, model, cost), Traffic = ComparisonViewBuilder.View(traffic), Cost = ComparisonViewBuilder.View(cost),
            Benchmarks = BenchmarksViewBuilder.Build(model, catalog), VisionEvals = groups, VisionEvalsNotRun = groups.Count == 0 ? VisionEvalTable.NotRun(model) : null,
            Provenance = ProvenanceViewBuilder.Build(catalog, [model], []),
            History = history is null ? null : HistoryView.Of(history, model),
        };
    }
}

/// <summary>The page of one provider: what it serves, at what prices.</summary>
public sealed record ProviderPageView
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyDictionary<string, FactView> About { get; init; }
    public required TrafficView Traffic { get; init; }
    public required IReadOnlyList<ProviderOfferView> Offers { get; init; }

    /// <summary>Offers that no single model may be given, each with the reason.</summary>
    public required IReadOnlyList<OfferView> OfNoModel { get; init; }

    public static ProviderPageView Of(CatalogSnapshot catalog, Provider provider, TrafficProfile traffic) => new()
    {
        Id = provider.Id, Name = provider.Name, About = provider.About.ToDictionary(a => a.Key, a => FactView.Of(a.Value)), Traffic = ComparisonViewBuilder.View(traffic),
        Offers = [.. catalog.OffersOf[provider.Id].Select(o => new ProviderOfferView(o.Model.Id, o.Model.Name, o.Model.Slug, OfferView.Of(BillCalculator.Price(o.Offer, traffic), catalog.AsOf)))
            .OrderBy(o => o.ModelName, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.Offer.Id, StringComparer.Ordinal)],
        OfNoModel = [.. catalog.OffersOfNoModel.Where(o => o.Provider == provider).Select(o => OfferView.Of(o, catalog.AsOf))],
    };
}

/// <summary>Every offer that no single model may be given.</summary>
public sealed record OffersOfNoModelView(IReadOnlyList<OfferView> Offers)
{
    public static OffersOfNoModelView Of(CatalogSnapshot catalog) => new([.. catalog.OffersOfNoModel.Select(o => OfferView.Of(o, catalog.AsOf))]);
}

public sealed record ProviderOfferView(string Model, string ModelName, string ModelSlug, OfferView Offer);

using Assay.Comparison;
using Assay.Catalog;
using Assay.Comparison.Cost;

namespace Assay.Host.Catalog;

/// <summary>A model on a surface, with everything known of it.</summary>
public sealed record ModelView
{
    public required string Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Organization { get; init; }
    public required string OrganizationName { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }
    public required LifecycleView Lifecycle { get; init; }
    public required IReadOnlyDictionary<string, FactView> Specs { get; init; }
    public required IReadOnlyDictionary<string, FactView> Capabilities { get; init; }
    public required IReadOnlyDictionary<string, FactView> Tasks { get; init; }
    /// <summary>The routes to it.</summary>
    public required IReadOnlyList<OfferView> Offers { get; init; }

    /// <summary>Offers that serve it changed or wrapped; without bills, for their prices are not its.</summary>
    public required IReadOnlyList<OfferView> Variants { get; init; }

    public required IReadOnlyList<ClaimView> ClaimsOfRank { get; init; }

    /// <summary>The views of an offer's facts and their JSON take some eight kilobytes.</summary>
    private const int OffersKept = 4_000;

    /// <summary>All but the bills, which alone depend on the traffic.</summary>
    private static readonly RecentlyMade<Model, ModelView> Fixed = new(OffersKept, m => 1 + m.Offers.Count + m.Variants.Count, letGo: CollectBesides);

    // Views live long enough to be taken for things that stay, which are looked through seldom: memory would grow by several times what is kept.
    private static void CollectBesides() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);

    public static ModelView Of(CatalogSnapshot catalog, Model model, ModelCost cost)
    {
        var view = Fixed.Of(catalog, model, m => Make(m, catalog.AsOf));
        var offers = view.Offers.ToDictionary(o => o.Id, StringComparer.Ordinal);
        return view with { Offers = [.. cost.All.Select(b => offers[b.Offer.Id.ToString()] with { UsdPerMonth = b.UsdPerMonth, Why = b.Why, Doubt = b.Doubt?.Text })] };
    }

    private static ModelView Make(Model model, DateOnly day) => new()
    {
        Id = model.Id, Slug = model.Slug, Name = model.Name, Organization = model.Organization.Id, OrganizationName = model.Organization.Name,
        Aliases = model.Aliases, Lifecycle = LifecycleView.Of(model.Lifecycle, day),
        Specs = Spec.All.ToDictionary(r => r.Name, r => FactView.Of(r.Of(model), r.Unit)),
        Capabilities = Capability.All.ToDictionary(c => c.Name, c => FactView.Of(model.Has(c))),
        Tasks = VisionTask.All.ToDictionary(t => t.Name, t => FactView.Of(model.Tasks[t])),
        Offers = [.. model.Offers.Select(o => OfferView.Of(o, day))],
        Variants = [.. model.Variants.Select(o => OfferView.Of(o, day))],
        ClaimsOfRank = ClaimView.OfFact(model.ClaimsOfRank, picks: false),
    };
}

/// <summary>Beginning and end of a model or an offer.</summary>
public sealed record LifecycleView(string Stage, FactView Status, FactView Deprecated, FactView Retires, FactView Successor)
{
    public static LifecycleView Of(Lifecycle lifecycle, DateOnly day) => new(
        lifecycle.StageOn(day).ToString().ToLowerInvariant(), FactView.Of(lifecycle.Status), FactView.Of(lifecycle.Deprecated),
        FactView.Of(lifecycle.Retires), FactView.Of(lifecycle.Successor));
}

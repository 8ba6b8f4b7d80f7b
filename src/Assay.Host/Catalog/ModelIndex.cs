using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Comparison.Cost;

namespace Assay.Host.Catalog;

/// <summary>A model in a list: what people sort and filter by.</summary>
public sealed record ModelListItem
{
    public required string Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Organization { get; init; }
    public required string? Released { get; init; }
    public required long? ContextWindow { get; init; }
    public required long? MaxOutput { get; init; }
    public required string? Weights { get; init; }
    public required string? Licence { get; init; }

    /// <summary>Input price of the cheapest route at the default traffic, USD per million tokens.</summary>
    public required decimal? InputPrice { get; init; }
    public required decimal? OutputPrice { get; init; }

    /// <summary>At the default traffic profile.</summary>
    public required decimal? UsdPerMonth { get; init; }
    public required string? Provider { get; init; }
    public required int Routes { get; init; }
    public required int PricedRoutes { get; init; }
    public required string Lifecycle { get; init; }
    public required bool Curated { get; init; }

    /// <summary>Capabilities a source affirms.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>The model itself, for conditions the list has no column for. (Not `required`: the serializer refuses that on ignored members.)</summary>
    [JsonIgnore] public Model Model { get; init; } = null!;
}

/// <summary>The list of all models of a snapshot, worked out once for each snapshot and kept as long as it.</summary>
public static class ModelIndex
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, IReadOnlyList<ModelListItem>> Lists = [];

    public static IReadOnlyList<ModelListItem> Of(CatalogSnapshot catalog) => Lists.GetValue(catalog, c => [.. c.Models.Select(m => Item(m, c.AsOf))]);

    private static ModelListItem Item(Model model, DateOnly day)
    {
        var cost = CostOfModel.At(model, TrafficProfile.Default, day);
        decimal? Price(PriceKind kind) => cost.Best is { } best && best.Offer.Price(kind).TryGetConfirmed(out var price) ? price.Usd : null;
        return new()
        {
            Model = model, Id = model.Id, Slug = model.Slug, Name = model.Name, Organization = model.Organization.Id, Curated = model.Curated,
            Released = model.Released.TryGetConfirmed(out var released) ? released.ToString() : null,
            ContextWindow = model.ContextWindow.TryGetConfirmed(out var context) ? context.Tokens : null,
            MaxOutput = model.MaxOutput.TryGetConfirmed(out var output) ? output.Tokens : null,
            Weights = model.Weights.TryGetConfirmed(out var weights) ? weights : null,
            Licence = model.Licence.TryGetConfirmed(out var licence) ? licence : null,
            InputPrice = Price(PriceKind.Input), OutputPrice = Price(PriceKind.Output), UsdPerMonth = cost.UsdPerMonth, Provider = cost.Best?.Offer.Provider.Id,
            Routes = model.Offers.Count, PricedRoutes = model.Offers.Count(o => o.IsPriced),
            Lifecycle = model.Lifecycle.StageOn(day).ToString().ToLowerInvariant(),
            Capabilities = [.. Capability.All.Where(c => model.Has(c).TryGetConfirmed(out var has) && has).Select(c => c.Name)],
        };
    }
}

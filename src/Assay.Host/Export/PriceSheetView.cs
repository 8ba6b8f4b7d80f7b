using System.Globalization;
using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Host.Export;

/// <summary>
/// What the bill of a model is made of, at any traffic: the prices of its routes, and what speaks against each. A browser works out of it what
/// <see cref="CostOfModel"/> does on the server; a test holds the two to the same answers.
/// </summary>
/// <param name="Model">Id.</param>
/// <param name="Gone">Of a retired model, why it has no current cost; null for all others.</param>
/// <param name="Offers">The routes, by id.</param>
public sealed record PriceSheetView(string Model, string Name, string AsOf, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Gone, IReadOnlyList<PricedOfferView> Offers)
{
    /// <summary>What traffic is billed by.</summary>
    private static readonly HashSet<PriceKind> Billed = [PriceKind.Input, PriceKind.CacheRead, PriceKind.Output, PriceKind.BatchInput, PriceKind.BatchOutput, PriceKind.PerImage, PriceKind.PerRequest];

    public static PriceSheetView Of(Model model, DateOnly day) => new(
        model.Id, model.Name, day.ToString("yyyy-MM-dd"), model.Lifecycle.StageOn(day) is LifecycleStage.Retired ? CostOfModel.At(model, Assay.Comparison.TrafficProfile.Default, day).Why : null,
        [.. model.Offers.Select(o => Of(model, o, day))]);

    private static PricedOfferView Of(Model model, Offer offer, DateOnly day) => new()
    {
        Id = offer.Id.ToString(), Provider = offer.Provider.Id, ProviderName = offer.Provider.Name, OfMaker = offer.Provider.Organization == model.Organization.Id,
        Ended = offer.Lifecycle.StageOn(day) is LifecycleStage.Retired, OnOwnMachine = offer.IsOnOwnMachine, ByHour = offer.Prices.Any(p => p.When.Hours is not null),
        Prices = [.. offer.Prices.Where(p => Billed.Contains(p.Kind) && p.When.Hours is null && !(p.When == PriceCondition.Always && p.Price.IsUnknown)).Select(p => Of(model, offer, p))],
    };

    private static BilledPriceView Of(Model model, Offer offer, PriceComponent component)
    {
        var low = component.Price.Claims is [var picked, ..]
            ? SuspiciousPrices.Low(model).Where(s => ReferenceEquals(s.Offer, offer) && ReferenceEquals(s.Claim, picked)).OrderBy(s => s.Backed).FirstOrDefault() : null;
        return new(component.Kind.Name, component.When.Above, component.Price.TryGetConfirmed(out var price) ? price.Usd.ToString(CultureInfo.InvariantCulture) : null,
            LonePrices.OnlyBy(component.Price.Claims), low?.Text, low is { Backed: true });
    }
}

/// <summary>A route with its prices.</summary>
public sealed record PricedOfferView
{
    public required string Id { get; init; }
    public required string Provider { get; init; }
    public required string ProviderName { get; init; }

    /// <summary>Whether the model's maker itself serves it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool OfMaker { get; init; }

    /// <summary>Whether the route was shut down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Ended { get; init; }

    /// <summary>Whether no price applies, for it runs on the machine of whoever uses it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool OnOwnMachine { get; init; }

    /// <summary>Whether it has other prices at some hours of the day, which no bill uses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool ByHour { get; init; }

    /// <summary>In the order of its sources.</summary>
    public required IReadOnlyList<BilledPriceView> Prices { get; init; }
}

/// <summary>A price that a bill may use.</summary>
/// <param name="Kind">As in the JSON of an offer.</param>
/// <param name="Above">Of requests with more input tokens than this; null: the base price.</param>
/// <param name="Usd">Exact, as text, since a number of JSON may lose digits; null where no source confirms one. For a million tokens, an image or a request.</param>
/// <param name="Lone">Who alone gives it; null where others agree or it is the maker's or provider's own word.</param>
/// <param name="Low">Why it looks too low to be true; null where nothing does.</param>
/// <param name="Backed">Whether something backs the low price all the same.</param>
public sealed record BilledPriceView(
    string Kind, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Above, string? Usd,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lone, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Low,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Backed);

using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Catalog.Identity;
using Assay.Comparison.Cost;

namespace Assay.Host.Catalog;

/// <summary>An offer on a surface.</summary>
public sealed record OfferView
{
    public required string Id { get; init; }
    public required string? Model { get; init; }
    public required string Provider { get; init; }
    public required string ProviderName { get; init; }
    public required string ProviderModelId { get; init; }
    public required string? Region { get; init; }
    public required string? Tier { get; init; }

    /// <summary>All that sets the offer apart from the plain one, region and tier among it: "eu · priority tier · quality hd"; null where nothing does.</summary>
    [JsonIgnore] public string? Apart { get; init; }

    /// <summary>Base prices by kind: every kind that a source gives, and input and output always.</summary>
    public required IReadOnlyDictionary<string, FactView> Prices { get; init; }

    /// <summary>Prices that only some requests pay.</summary>
    public required IReadOnlyList<PriceTierView> Tiers { get; init; }

    public required FactView FreeTier { get; init; }
    public required FactView ContextWindow { get; init; }
    public required FactView MaxOutput { get; init; }
    public required FactView ModalitiesIn { get; init; }
    public required string Lifecycle { get; init; }

    /// <summary>Which model it serves and how that is known.</summary>
    public required string Match { get; init; }

    /// <summary><c>exact</c>, <c>variant</c> or <c>none</c>.</summary>
    public required string MatchGroup { get; init; }

    /// <summary>In what form it serves the model, or why no model is named: <c>quant</c>, <c>router</c>; empty for the plain model.</summary>
    public required string MatchKind { get; init; }

    /// <summary>The snapshot of a marketed version, where id or date fixes one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Release { get; init; }

    /// <summary>The newest date a price of it stands for; null without prices.</summary>
    public required string? PricesAsOf { get; init; }

    /// <summary>Age of that date in words: "12 days old".</summary>
    public required string? PricesAge { get; init; }

    /// <summary>Older than half a year: it may no longer hold.</summary>
    public required bool PricesOld { get; init; }

    /// <summary>The whole bill at the page's traffic; null where a price is missing.</summary>
    public decimal? UsdPerMonth { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Why { get; init; }

    /// <summary>Why the bill is not to be believed outright: a price 90 times below its neighbours, or one that one list alone gives. Null where nothing was found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Doubt { get; init; }

    /// <summary>An offer with its bill at a traffic profile.</summary>
    public static OfferView Of(Bill bill, DateOnly day) => Of(bill.Offer, day) with { UsdPerMonth = bill.UsdPerMonth, Why = bill.Why, Doubt = bill.Doubt?.Text };

    /// <summary>An offer without a bill.</summary>
    public static OfferView Of(Offer offer, DateOnly day)
    {
        var prices = new Dictionary<string, FactView>(StringComparer.Ordinal)
        {
            ["input"] = FactView.Of(offer.Price(PriceKind.Input), "usd_per_million_tokens"),
            ["output"] = FactView.Of(offer.Price(PriceKind.Output), "usd_per_million_tokens"),
        };
        foreach (var component in offer.Prices.Where(p => p.When == PriceCondition.Always).OrderBy(p => IndexOf(p.Kind)))
            prices.TryAdd(component.Kind.Name, FactView.Of(component.Price, Unit(component.Kind)));
        var dated = offer.Prices.SelectMany(p => p.Price.Claims).Select(c => c.Source.AsOf).OrderDescending().Cast<Units.PartialDate?>().FirstOrDefault();
        var newest = dated is { } date && date.Latest > day ? date.Earliest : dated?.Latest;
        return new()
        {
            Id = offer.Id.ToString(), Model = offer.Match.ModelId, Provider = offer.Provider.Id, ProviderName = offer.Provider.Name,
            ProviderModelId = offer.Id.ModelAtProvider, Region = offer.Id.Qualifier("region"), Tier = offer.Id.Qualifier("tier"),
            Apart = string.Join(" · ", offer.Id.Qualities.Select(q => q.Name switch { "region" => q.Value, "tier" => $"{q.Value} tier", _ => $"{q.Name} {q.Value}".TrimEnd() })) is { Length: > 0 } apart ? apart : null,
            Prices = prices,
            Tiers = [.. offer.Prices.Where(p => p.When != PriceCondition.Always).GroupBy(p => p.When).OrderBy(g => g.Key.Above).ThenBy(g => g.Key.Suffix, StringComparer.Ordinal)
                .Select(g => new PriceTierView(g.Key.Above, g.Key.Hours?.ToString(), g.Key.Label, g.Key.Suffix, g.OrderBy(p => IndexOf(p.Kind)).ToDictionary(p => p.Kind.Name, p => FactView.Of(p.Price, Unit(p.Kind)))))],
            FreeTier = FactView.Of(offer.FreeTier), ContextWindow = FactView.Of(offer.ContextWindow, "tokens"), MaxOutput = FactView.Of(offer.MaxOutput, "tokens"),
            ModalitiesIn = FactView.Of(offer.ModalitiesIn), Lifecycle = offer.Lifecycle.StageOn(day).ToString().ToLowerInvariant(), Match = offer.Match.Reason,
            MatchGroup = offer.Match.Group.Text(), MatchKind = offer.Match.Kind.Text(), Release = offer.Match.Release,
            PricesAsOf = dated?.ToString(), PricesAge = newest is { } then ? Units.Words.Age(then, day) : null, PricesOld = newest is { } old && day.DayNumber - old.DayNumber > 180,
        };
    }

    private static int IndexOf(PriceKind kind)
    {
        for (var i = 0; i < PriceKind.All.Count; i++)
            if (PriceKind.All[i] == kind) return i;
        return int.MaxValue;
    }

    private static string Unit(PriceKind kind) => kind.Unit switch
    {
        Units.PriceUnit.Image => "usd_per_image",
        Units.PriceUnit.Request => "usd_per_request",
        Units.PriceUnit.Second => "usd_per_second",
        Units.PriceUnit.Page => "usd_per_page",
        Units.PriceUnit.MillionCharacters => "usd_per_million_characters",
        Units.PriceUnit.ToolCall => "usd_per_call",
        _ => "usd_per_million_tokens",
    };
}

/// <summary>Prices that only some requests pay.</summary>
/// <param name="Above">Requests with more input tokens than this; null: of any length.</param>
/// <param name="Hours">Requests begun in these hours of the day, UTC (<c>16:30-00:30</c>); null: at any hour.</param>
/// <param name="Label">The condition in words.</param>
/// <param name="Suffix">As in the name of a property: <c>&gt;200000</c>.</param>
/// <param name="Prices">By kind.</param>
public sealed record PriceTierView(
    long? Above, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Hours,
    [property: JsonIgnore] string Label, [property: JsonIgnore] string Suffix, IReadOnlyDictionary<string, FactView> Prices);

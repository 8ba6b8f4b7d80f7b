using Assay.Catalog;
using Assay.Units;

namespace Assay.Calls;

/// <summary>What a call costs at the prices of one offer. A part with usage and no price makes the whole unknown, never cheaper.</summary>
public static class CallCosts
{
    /// <summary>What a local model costs.</summary>
    public static CallCost Local { get; } = new(0, "It ran on this machine: nobody charges for it.");

    /// <summary>The offer of the catalogue that a call is charged at, or why there is none.</summary>
    public static (Offer? Offer, string? Why) OfferOf(CatalogSnapshot catalog, ModelRef model)
    {
        var offers = catalog.OffersAt(model.Provider, model.Model).ToArray();
        if (Array.Find(offers, o => o.Id.Qualifiers.Length == 0) is { } plain) return (plain, null);
        return offers switch
        {
            [var one] => (one, null),
            [] => (null, $"The catalogue holds no offer of {model}, so its price is not known."),
            _ => (null, $"{model} has {offers.Length} prices ({string.Join(", ", offers.Take(3).Select(o => o.Id.Qualifiers))}{(offers.Length > 3 ? " …" : "")}), and which one holds for this key cannot be told."),
        };
    }

    /// <param name="usage">Of the call.</param>
    /// <param name="offer">Whose own prices are used throughout.</param>
    /// <param name="images">How many images were sent.</param>
    /// <param name="began">For prices that hold at some hours only.</param>
    public static CallCost Of(Usage usage, Offer offer, int images, DateTimeOffset began)
    {
        var id = offer.Id.ToString();
        if (usage is not { Input: { } input, Output: { } output }) return new(null, "The provider did not tell how many tokens went in and came out.", id);
        var lines = new Lines(offer, input, TimeOnly.FromDateTime(began.UtcDateTime));
        var ownImagePrice = usage.ImageInput is > 0 && !offer.Price(PriceKind.ImageInput).IsUnknown ? usage.ImageInput.Value : 0;
        var (read, written) = (usage.CacheRead ?? 0, usage.CacheWrite ?? 0);
        lines.Add(PriceKind.Input, Math.Max(0, input - read - written - ownImagePrice));
        lines.Add(PriceKind.CacheRead, read);
        lines.Add(PriceKind.CacheWrite, written);
        lines.Add(PriceKind.ImageInput, ownImagePrice);
        // Reasoning is output, and charged as such unless the offer has a price of its own for it.
        var apart = offer.Price(PriceKind.Reasoning).IsUnknown ? 0 : Math.Min(usage.Reasoning ?? 0, output);
        lines.Add(PriceKind.Output, output - apart);
        lines.Add(PriceKind.Reasoning, apart);
        if (!offer.Price(PriceKind.PerImage).IsUnknown) lines.Add(PriceKind.PerImage, images);
        if (!offer.Price(PriceKind.PerRequest).IsUnknown) lines.Add(PriceKind.PerRequest, 1);
        if (lines.Missing.Count > 0) return new(null, $"{offer.Id} has no confirmed price for {Words.List([.. lines.Missing])}.", id);
        if (usage.Origin is not UsageOrigin.Counted) return new(lines.Usd, $"At the prices of {id}: {lines.Text}.", id);
        return images > 0 && lines.Usd > 0
            ? new(null, "The provider told no usage, and what images take cannot be counted from here.", id)
            : new(lines.Usd, $"Estimated from the texts, because the provider told no usage; at the prices of {id}: {lines.Text}.", id);
    }

    /// <summary>The most a request can cost at an offer: every byte of input a token, all output used, the dearest tier and hour. Null where no bound can be told; then why.</summary>
    /// <param name="request">What would be sent.</param>
    /// <param name="offer">Whose prices are used.</param>
    /// <param name="mostOutput">The limit asked for, else the model's own.</param>
    public static (decimal? Usd, string? Why) Most(CallRequest request, Offer offer, long? mostOutput)
    {
        if (!offer.IsPriced) return (null, $"{offer.Id} has no confirmed price for input and output");
        if (mostOutput is not { } output) return (null, "the output has no limit: set one, or choose a model whose greatest output is known");
        var usd = Dearest(offer, PriceKind.Input, PriceKind.CacheWrite, PriceKind.ImageInput) * TokenEstimate.MostInput(request) / 1_000_000m
            + Dearest(offer, PriceKind.Output, PriceKind.Reasoning) * output / 1_000_000m
            + Dearest(offer, PriceKind.PerImage) * request.Images.Count + Dearest(offer, PriceKind.PerRequest);
        return (usd, null);
    }

    private static decimal Dearest(Offer offer, params ReadOnlySpan<PriceKind> kinds)
    {
        var most = 0m;
        foreach (var component in offer.Prices)
            if (kinds.Contains(component.Kind) && component.Price.TryGet(out var price)) most = Math.Max(most, price.Usd);
        return most;
    }

    private sealed class Lines(Offer offer, long inputTokens, TimeOnly hour)
    {
        private readonly List<string> used = [];

        public decimal Usd { get; private set; }
        public List<string> Missing { get; } = [];

        /// <summary>"input $2.50 (2026-07-02, OpenAI), output $10 (…)".</summary>
        public string Text => string.Join(", ", used);

        public void Add(PriceKind kind, long quantity)
        {
            if (quantity == 0) return;
            var (fact, above) = PriceTiers.Of(offer, kind, inputTokens, hour);
            var name = kind.Label.ToLowerInvariant() + (above is { } over ? $" above {Format.Count(over)}" : "");
            if (!fact.TryGetConfirmed(out var price))
            {
                Missing.Add(name);
                return;
            }
            Usd += price.CostOf(quantity);
            var source = fact.Claims is [var picked, ..] ? $" ({picked.Source.Publisher}, {picked.Source.AsOf})" : "";
            used.Add($"{name} {price}{(price.Per is PriceUnit.MillionTokens ? " a million" : "")}{source}");
        }
    }
}

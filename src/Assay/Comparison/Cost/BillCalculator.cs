using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Cost;

/// <summary>Cost per month of an offer = Σ quantity × its own price. A component with usage and no price makes the total unknown.</summary>
public static class BillCalculator
{
    public static Bill Price(Offer offer, TrafficProfile traffic)
    {
        var lines = new List<BillLine>();
        var notes = new List<string>();
        var perRequest = traffic.InputTokensPerRequest;

        void Add(PriceKind kind, decimal quantity, PriceKind? shownAs = null)
        {
            if (quantity == 0) return;
            var (component, above) = PriceTiers.Of(offer, kind, perRequest);
            var label = (shownAs ?? kind).Label + (above is null ? "" : $" (requests above {Format.Count(above.Value)} input tokens)");
            var usable = component.TryGetConfirmed(out var price);
            lines.Add(new(kind, label, quantity, usable ? price : null, usable ? price.CostOf(quantity) : null, component.Claims));
        }

        var live = 1 - traffic.BatchShare;
        // Cached tokens are taken from live traffic first: providers do not document cache prices inside batches.
        var cached = traffic.InputTokens * traffic.CachedShare * live;
        Add(PriceKind.Input, traffic.InputTokens * live - cached);
        Add(PriceKind.CacheRead, cached);
        Add(PriceKind.Output, traffic.OutputTokens * live);
        Add(PriceKind.BatchInput, traffic.InputTokens * traffic.BatchShare);
        Add(PriceKind.BatchOutput, traffic.OutputTokens * traffic.BatchShare);
        Add(PriceKind.PerImage, traffic.Requests * traffic.ImagesPerRequest);
        if (offer.Price(PriceKind.PerRequest) is { IsUnknown: false }) Add(PriceKind.PerRequest, traffic.Requests);

        if (offer.Prices.Any(p => p.When.Hours is not null)) notes.Add("The offer has other prices at some hours of the day; the bill uses the standard ones.");
        if (cached > 0) notes.Add("Writing to the cache is not in this bill: the profile does not say how often prompts change.");
        if (cached > 0 && traffic.BatchShare > 0) notes.Add("The cached share applies to live traffic, not to batches.");
        var missing = lines.Where(l => l.Usd is null).Select(l => l.Label.ToLowerInvariant()).Distinct().ToArray();
        return missing.Length == 0
            ? new(offer, lines, lines.Sum(l => l.Usd!.Value), null, notes)
            : new(offer, lines, null, $"no confirmed price for {Words.List(missing)}", notes);
    }
}

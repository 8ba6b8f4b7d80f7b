using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>The offers of one model, cheapest first: the prices most people pay as columns, every other one below.</summary>
internal static class OffersPart
{
    public static void Write(Document document, ModelView model)
    {
        if (model.Offers.Count == 0)
        {
            document.Paragraph($"No offer of {model.Name} is known.");
            return;
        }
        document.Table(new(
            [new("Offer"), new("In $/1M", Number: true), new("Out $/1M", Number: true), new("A month", Number: true), new("Prices of")],
            [.. model.Offers.Select(Row)], "Other terms"));
    }

    /// <summary>Offers that serve the model changed or wrapped: in what form, at what price.</summary>
    public static void WriteVariants(Document document, ModelView model)
    {
        if (model.Variants.Count == 0) return;
        document.Heading(2, $"Variants, not counted as offers of it ({model.Variants.Count})");
        document.Table(new(
            [new("Offer"), new("Kind"), new("In $/1M", Number: true), new("Out $/1M", Number: true)],
            [.. model.Variants.Select(v => new Row([new($"{v.ProviderName}: {v.Id}"), new(MatchLabels.Of(v)), Price(v.Prices["input"]), Price(v.Prices["output"])]))]));
    }

    private static Row Row(OfferView offer) => new(
    [
        new($"{offer.ProviderName}: {offer.Id}"), Price(offer.Prices["input"]), Price(offer.Prices["output"]),
        offer.UsdPerMonth is { } usd ? new(Format.Usd(usd)) : new("? unknown", Tone.Unknown), new(offer.PricesAsOf ?? "none"),
    ], Details(offer) is { Length: > 0 } details ? details : null);

    /// <summary>What else is said stands in the details, so that the column stays narrow.</summary>
    private static Phrase Price(FactView price) => price.State switch
    {
        "unknown" => new("?", Tone.Unknown),
        "disputed" => new("≠ " + price.Display, Tone.Disputed),
        _ => FactText.Of(price),
    };

    private static string Details(OfferView offer)
    {
        var parts = new List<string>();
        if (offer.Lifecycle is "deprecated" or "retired" or "preview") parts.Add(offer.Lifecycle);
        parts.AddRange(offer.Prices.Where(p => p.Key is not ("input" or "output") || p.Value.State == "disputed").Select(p => $"{Label(p.Key)} {FactText.Of(p.Value).Text}{Per(p.Key)}"));
        parts.AddRange(offer.Tiers.Select(t => $"{t.Label}: {string.Join(", ", t.Prices.Select(p => $"{Label(p.Key)} {FactText.Of(p.Value).Text}{Per(p.Key)}"))}"));
        if (offer.FreeTier.State != "unknown") parts.Add($"free tier: {FactText.Of(offer.FreeTier).Text}");
        if (offer.ContextWindow.State != "unknown") parts.Add($"context window {FactText.Of(offer.ContextWindow).Text}");
        if (offer.MaxOutput.State != "unknown") parts.Add($"max output {FactText.Of(offer.MaxOutput).Text}");
        if (offer.Doubt is not null) parts.Add(offer.Doubt);
        if (offer.UsdPerMonth is null && offer.Why is not null) parts.Add(offer.Why);
        return string.Join("; ", parts);
    }

    /// <summary>Prices are per million tokens where nothing else is said.</summary>
    private static string Per(string kind) => PriceKind.Find(kind) is { Unit: PriceUnit.MillionCharacters } other ? " " + OfferColumns.Per(other) : "";

    private static string Label(string kind) => PriceKind.Find(kind)?.Label.ToLowerInvariant() ?? kind;
}

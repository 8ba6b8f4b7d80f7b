using Assay.Catalog;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>Which prices of a table of offers are columns. A list with thirty kinds of price would be no table: the rest share one cell.</summary>
public static class OfferColumns
{
    private const int Extra = 2;
    private const int Most = 6;

    private static readonly PriceKind[] Always = [PriceKind.Input, PriceKind.Output];
    private static readonly PriceKind[] Usual = [PriceKind.CacheRead, PriceKind.CacheWrite, PriceKind.BatchInput, PriceKind.BatchOutput];

    /// <summary>Input and output; caching and batch where any offer has a price for them; and where that leaves room, up to two others, those that most offers have.</summary>
    public static PriceKind[] Of(IReadOnlyList<OfferView> offers)
    {
        var counts = PriceKind.All.ToDictionary(k => k, k => offers.Count(o => o.Prices.ContainsKey(k.Name) || o.Tiers.Any(t => t.Prices.ContainsKey(k.Name))));
        var columns = Always.Concat(Usual.Where(k => counts[k] > 0)).ToHashSet();
        var room = Math.Clamp(Most - columns.Count, 0, Extra);
        columns.UnionWith(PriceKind.All.Except(columns).Where(k => counts[k] > 0).OrderByDescending(k => counts[k]).Take(room).ToArray());
        return [.. PriceKind.All.Where(columns.Contains)];
    }

    /// <summary>The prices of an offer that are in none of the columns, in the order of kinds; those of some requests only after those of all.</summary>
    public static IEnumerable<(PriceKind Kind, string Label, FactView Price)> Others(OfferView offer, IReadOnlyCollection<PriceKind> columns)
    {
        foreach (var kind in PriceKind.All.Except(columns))
        {
            if (offer.Prices.TryGetValue(kind.Name, out var price)) yield return (kind, kind.Label, price);
            foreach (var tier in offer.Tiers)
                if (tier.Prices.TryGetValue(kind.Name, out var above)) yield return (kind, $"{kind.Label} {tier.Label}", above);
        }
    }

    /// <summary>The same where the label stands beside the price and may say it already.</summary>
    public static string PerBeside(PriceKind kind) => kind.Label.StartsWith("Per ", StringComparison.Ordinal) || kind.Unit is PriceUnit.Second ? "" : Per(kind);

    /// <summary>What a price is for one of, behind it: "/ 1M", "an image".</summary>
    public static string Per(PriceKind kind) => kind.Unit switch
    {
        PriceUnit.Image => "an image",
        PriceUnit.Request => "a request",
        PriceUnit.Second => "a second",
        PriceUnit.Page => "a page",
        PriceUnit.MillionCharacters => "/ 1M characters",
        PriceUnit.ToolCall => "a call",
        _ => "/ 1M",
    };
}

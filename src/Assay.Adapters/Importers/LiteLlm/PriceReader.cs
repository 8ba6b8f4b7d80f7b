using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.LiteLlm;

/// <summary>Reads the prices of one entry, those of its service tiers into offers of their own.</summary>
internal sealed class PriceReader(JsonThing thing, string modelId, string? mode, List<(string Name, JsonElement Value)> members)
{
    private const string ImageNote = "the source counts the images made under this key";

    private readonly OfferPrices own = new(thing, modelId);
    private readonly Dictionary<string, OfferPrices> tiers = new(StringComparer.Ordinal);

    /// <summary>Whether the key is one of prices; then it is taken or refused.</summary>
    public bool Read(string key, JsonElement value)
    {
        if (key == "search_context_cost_per_query") Searches(key, value);
        else if (key == "tiered_pricing") Ranges(key, value);
        else if (key.Contains("_cost", StringComparison.Ordinal) || key.Contains("multiplier", StringComparison.Ordinal)) Price(key, key, value);
        else return false;
        return true;
    }

    public void Say(bool cachingStated)
    {
        own.Say(cachingStated);
        foreach (var tier in tiers.Values) tier.Say(cachingStated);
    }

    private void Price(string path, string key, JsonElement value, long? above = null)
    {
        if (PriceKey.Read(key, mode) is not { } read) thing.Refuse(path, value, Why(key), "the components that docs/importers/litellm.md lists");
        else
        {
            var made = read.Kind == PriceKind.PerImage && mode == "image_generation" && !members.Exists(m => m.Name.StartsWith("output_cost_per_image", StringComparison.Ordinal));
            Of(read.Tier).Add(path, value, made ? PriceKind.PerOutputImage : read.Kind, read.Places, above is null ? read.When : new(above), made ? ImageNote : null);
        }
    }

    private OfferPrices Of(string? tier)
    {
        if (tier is null) return own;
        if (tiers.TryGetValue(tier, out var there)) return there;
        var id = thing.Subject.Id;
        return tiers[tier] = new(new(thing.Log, Subject.Offer($"{id}{(id.Contains('#', StringComparison.Ordinal) ? '&' : '#')}tier={tier}"), thing.Path), modelId);
    }

    private static string Why(string key) => key switch
    {
        _ when key.Contains("per_pixel", StringComparison.Ordinal) => "a price per pixel: what an image costs depends on its size",
        _ when key.Contains("multiplier", StringComparison.Ordinal) => "a factor on other prices, not a price",
        _ => "no kind of price in the catalogue stands for it",
    };

    private void Searches(string key, JsonElement value)
    {
        if (!thing.IsObject(key, value)) return;
        // The same price for every size is the price of a search.
        var sizes = thing.Members(value, key + ".");
        foreach (var (size, price) in sizes)
        {
            PriceKind? kind = size switch
            {
                "search_context_size_medium" => PriceKind.PerWebSearch,
                "search_context_size_low" => Same(price) ? PriceKind.PerWebSearch : PriceKind.PerSmallWebSearch,
                "search_context_size_high" => Same(price) ? PriceKind.PerWebSearch : PriceKind.PerLargeWebSearch,
                _ => null,
            };
            if (kind is null) thing.Unknown($"{key}.{size}");
            else own.Add($"{key}.{size}", price, kind, 0);
        }
        bool Same(JsonElement price) => sizes.Find(s => s.Name == "search_context_size_medium").Value is { ValueKind: JsonValueKind.Number } medium && medium.GetRawText() == price.GetRawText();
    }

    /// <summary>Prices by length: a list of { range: [from, to], prices }. The range that begins at 0 is the base.</summary>
    private void Ranges(string key, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            thing.Refuse(key, value, "wrong type", "a list");
            return;
        }
        var i = 0;
        foreach (var range in value.EnumerateArray())
        {
            var where = $"{key}[{i++}]";
            if (!thing.IsObject(where, range)) continue;
            if (Begin(range) is not { } begin) thing.Refuse(where, range, "a price tier without a length it begins at", "range: [0, 32000]");
            else
                foreach (var (name, price) in thing.Members(range, where + "."))
                    if (name != "range") Price($"{where}.{name}", name, price, begin == 0 ? null : begin);
        }
    }

    private static long? Begin(JsonElement range) =>
        range.TryGetProperty("range", out var ends) && ends.ValueKind is JsonValueKind.Array && ends.GetArrayLength() == 2 && JsonNumber.TryExact(ends[0], out var begin)
        && (begin == 0 || JsonNumber.TryLength(ends[0], out _)) ? (long)begin : null;
}

using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.GenaiPrices;

/// <summary>
/// Reads one price list: US dollars for a million tokens, or for a thousand requests. A price may be <c>{ base, tiers: [{ start, price }] }</c>:
/// a request with more input tokens than <c>start</c> pays the tier's price for all of them.
/// </summary>
internal static class PriceReader
{
    private const int ThousandToOne = -3;

    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["input_mtok"] = PriceKind.Input, ["output_mtok"] = PriceKind.Output, ["cache_read_mtok"] = PriceKind.CacheRead, ["cache_write_mtok"] = PriceKind.CacheWrite,
        ["input_audio_mtok"] = PriceKind.AudioInput, ["output_audio_mtok"] = PriceKind.AudioOutput, ["cache_audio_read_mtok"] = PriceKind.AudioCacheRead,
        ["requests_kcount"] = PriceKind.PerRequest,
    };

    /// <param name="prices">Collects them.</param>
    /// <param name="list">The object of prices.</param>
    /// <param name="at">Its path under the row.</param>
    /// <param name="hours">The hours of the day in which they are paid; null: all.</param>
    public static void Read(OfferPrices prices, JsonElement list, string at, DailyHours? hours)
    {
        var row = prices.Thing;
        var members = row.Members(list, at + ".");
        if (members.Count == 0) row.Log.Note("a row without prices: nothing is said of them", row.Path);
        foreach (var (key, value) in members)
        {
            var where = $"{at}.{key}";
            if (!Kinds.TryGetValue(key, out var kind)) row.Unknown($"prices.{key}");
            else if (value.ValueKind is JsonValueKind.Object) Tiered(prices, value, where, kind, hours);
            else prices.Add(where, value, kind, Places(kind), new(null, hours));
        }
    }

    private static int Places(PriceKind kind) => kind == PriceKind.PerRequest ? ThousandToOne : 0;

    private static void Tiered(OfferPrices prices, JsonElement tiered, string where, PriceKind kind, DailyHours? hours)
    {
        if (tiered.TryGetProperty("base", out var first)) prices.Add(where, first, kind, Places(kind), new(null, hours));
        else prices.Thing.Refuse(where, tiered, "a tiered price without a base", "{ base, tiers }");
        if (!tiered.TryGetProperty("tiers", out var tiers) || tiers.ValueKind is not JsonValueKind.Array)
        {
            prices.Thing.Refuse(where, tiered, "a tiered price without its tiers", "{ base, tiers: [{ start, price }] }");
            return;
        }
        foreach (var tier in tiers.EnumerateArray())
        {
            if (tier.ValueKind is JsonValueKind.Object && tier.TryGetProperty("start", out var said)
                && JsonNumber.TryLength(said, out var start) && tier.TryGetProperty("price", out var price))
                prices.Add(where, price, kind, Places(kind), new(start, hours));
            else prices.Thing.Refuse(where, tier, "a price tier without a length it begins at", "{ start: 200000, price: 2.5 }");
        }
    }
}

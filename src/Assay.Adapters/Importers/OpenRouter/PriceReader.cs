using System.Text.Json;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.OpenRouter;

/// <summary>
/// Reads <c>pricing</c>: texts in US dollars for one token, request, image or search. <c>overrides</c> are prices of long requests and of
/// hours of the day; the price beside them is then the one of the hour the list was fetched.
/// </summary>
internal static class PriceReader
{
    private const int TokenToMillion = 6;

    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["prompt"] = PriceKind.Input, ["completion"] = PriceKind.Output, ["input_cache_read"] = PriceKind.CacheRead, ["input_cache_write"] = PriceKind.CacheWrite,
        ["internal_reasoning"] = PriceKind.Reasoning, ["audio"] = PriceKind.AudioInput, ["audio_output"] = PriceKind.AudioOutput, ["input_audio_cache"] = PriceKind.AudioCacheRead,
        ["image_token"] = PriceKind.ImageInput, ["image"] = PriceKind.PerImage, ["request"] = PriceKind.PerRequest, ["web_search"] = PriceKind.PerWebSearch,
    };

    public static void Read(JsonThing thing, JsonElement pricing, string id)
    {
        if (!thing.IsObject("pricing", pricing)) return;
        var prices = new OfferPrices(thing, id);
        Add(prices, thing.Members(pricing, "pricing.", nullable: true), "pricing", PriceCondition.Always);
        if (pricing.TryGetProperty("overrides", out var overrides)) Overrides(thing, prices, overrides);
        prices.Say();
    }

    private static void Add(OfferPrices prices, List<(string Name, JsonElement Value)> members, string at, PriceCondition when)
    {
        var prompt = members.Find(m => m.Name == "prompt").Value;
        foreach (var (key, value) in members)
        {
            var where = $"{at}.{key}";
            if (key is "overrides" or "min_prompt_tokens" or "utc_start" or "utc_end") continue;
            if (!Kinds.TryGetValue(key, out var kind)) prices.Thing.Unknown($"pricing.{key}");
            else if (IsText(value, "-1")) prices.Thing.Log.Note("a price of -1: it varies from request to request, so none is said", prices.Thing.Path);
            else if (key == "image" && IsText(prompt, value.ToString()) && !IsText(value, "0"))
                prices.Thing.Refuse(where, value, "documented as the price of an image, printed is that of a token: the unit is not told", "a price for one image, or 'image_token'");
            else prices.Add(where, value, kind, kind.Unit is PriceUnit.MillionTokens ? TokenToMillion : 0, when);
        }
    }

    private static bool IsText(JsonElement value, string text) => value.ValueKind is JsonValueKind.String && value.ValueEquals(text);

    private static void Overrides(JsonThing thing, OfferPrices prices, JsonElement overrides)
    {
        if (overrides.ValueKind is not JsonValueKind.Array)
        {
            thing.Refuse("pricing.overrides", overrides, "wrong type", "a list");
            return;
        }
        var seen = new HashSet<PriceCondition>();
        // Of two under one condition the later one wins.
        foreach (var (i, item) in overrides.EnumerateArray().Index().Reverse())
        {
            var where = $"pricing.overrides[{i}]";
            if (!thing.IsObject(where, item)) continue;
            if (Condition(item) is not { } when) thing.Refuse(where, item, "conditions that cannot be read", "min_prompt_tokens, or utc_start and utc_end as 1630, or both");
            else if (!seen.Add(when)) thing.Refuse(where, item, "a second override under the same conditions; the last one counts", "each condition once");
            else Add(prices, thing.Members(item, where + ".", nullable: true), where, when);
        }
    }

    private static PriceCondition? Condition(JsonElement item)
    {
        long? above = null;
        if (item.TryGetProperty("min_prompt_tokens", out var tokens))
        {
            if (!JsonNumber.TryLength(tokens, out var read)) return null;
            above = read;
        }
        var (from, to) = (Clock(item, "utc_start"), Clock(item, "utc_end"));
        if ((from is null) != (to is null) || (from is null && above is null)) return null;
        return new(above, from is null ? null : new(from.Value, to!.Value));
    }

    /// <summary>1630 is 16:30.</summary>
    private static TimeOnly? Clock(JsonElement item, string key) =>
        item.TryGetProperty(key, out var clock) && clock.ValueKind is JsonValueKind.Number && clock.TryGetInt32(out var read) && read is >= 0 and < 2400 && read % 100 < 60
            ? new(read / 100, read % 100) : null;
}

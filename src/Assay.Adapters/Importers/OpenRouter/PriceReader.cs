using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.OpenRouter;

/// <summary>
/// Reads <c>pricing</c>: texts in US dollars for one token, request, image or search. <c>overrides</c> are prices of long requests and of
/// hours of the day; the price beside them is then the one of the hour the list was fetched.
/// </summary>
internal static class PriceReader
{
    private const decimal Most = 100_000;
    private const int Million = 1_000_000;

    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["prompt"] = PriceKind.Input, ["completion"] = PriceKind.Output, ["input_cache_read"] = PriceKind.CacheRead, ["input_cache_write"] = PriceKind.CacheWrite,
        ["internal_reasoning"] = PriceKind.Reasoning, ["audio"] = PriceKind.AudioInput, ["audio_output"] = PriceKind.AudioOutput, ["input_audio_cache"] = PriceKind.AudioCacheRead,
        ["image_token"] = PriceKind.ImageInput, ["image"] = PriceKind.PerImage, ["request"] = PriceKind.PerRequest, ["web_search"] = PriceKind.PerWebSearch,
    };

    public static void Read(JsonThing thing, JsonElement pricing, string id)
    {
        if (!thing.IsObject("pricing", pricing)) return;
        var prices = Prices(thing, pricing, "pricing");
        var zeros = new ZeroPrices(id, [.. prices.Select(p => (p.Kind, p.Usd))]);
        if (zeros.Told is { } told) thing.Log.Note(told, thing.Path);
        foreach (var price in prices)
        {
            if (price.Usd == 0 && !(price.Kind == PriceKind.Input || price.Kind == PriceKind.Output || price.Kind == PriceKind.CacheRead || price.Kind == PriceKind.CacheWrite))
            {
                thing.Log.Note($"'{price.Key}' is 0: no charge of its own, so nothing is said of it", thing.Path);
                continue;
            }
            var doubt = zeros.Doubt(price.Kind, price.Usd);
            thing.Say(price.Key, Property.Price(price.Kind), new ClaimValue.Number(price.Usd), price.Printed, doubt, unconfirmed: doubt is not null);
            if (price.Kind == PriceKind.CacheRead && price.Usd > 0) thing.Say(price.Key, Capability.PromptCaching.Property, ClaimValue.Yes, $"{price.Key}: {price.Printed}");
        }
        if (pricing.TryGetProperty("overrides", out var overrides)) Overrides(thing, overrides);
    }

    private static List<(string Key, PriceKind Kind, decimal Usd, string Printed)> Prices(JsonThing thing, JsonElement pricing, string at)
    {
        var prices = new List<(string, PriceKind, decimal, string)>();
        foreach (var (key, value) in thing.Members(pricing, at + ".", nullable: true))
        {
            if (key is "overrides" or "min_prompt_tokens" or "utc_start" or "utc_end") continue;
            if (!Kinds.TryGetValue(key, out var kind)) thing.Unknown($"pricing.{key}");
            else if (key == "image" && pricing.TryGetProperty("prompt", out var prompt) && value.ValueKind is JsonValueKind.String && prompt.ValueKind is JsonValueKind.String && value.ValueEquals(prompt.GetString()) && !value.ValueEquals("0"))
                thing.Refuse($"{at}.{key}", value, "a price documented for one image that is the price of one token: the unit is not told", "a price for one image, or 'image_token'");
            else if (Dollars(thing, $"{at}.{key}", value) is { } usd) prices.Add((key, kind, kind.Unit is Units.PriceUnit.MillionTokens ? usd * Million : usd, value.GetString()!));
        }
        return [.. prices.Where(p => Sane(thing, at, p))];
    }

    private static decimal? Dollars(JsonThing thing, string where, JsonElement value)
    {
        if (thing.Text(where, value) is not { } text) return null;
        // A decimal holds 28 digits; one more would be rounded.
        if (text.Length > 28 || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var usd))
            thing.Refuse(where, value, "not a price", "US dollars as text of up to 28 characters: \"0.0000025\"");
        else if (usd == -1) thing.Log.Note("a price of -1: it varies from request to request, so none is said", thing.Path);
        else if (usd < 0) thing.Refuse(where, value, "a negative price", "0 or more; -1 where it varies");
        else return usd;
        return null;
    }

    private static bool Sane(JsonThing thing, string at, (string Key, PriceKind Kind, decimal Usd, string Printed) price)
    {
        if (price.Usd <= Most) return true;
        thing.Log.Refuse(thing.Subject.ToString(), $"{thing.Path}.{at}.{price.Key}", price.Printed, "an absurd price", $"at most {Most:#,0} US dollars for a million tokens, or for one of anything else");
        return false;
    }

    private static void Overrides(JsonThing thing, JsonElement overrides)
    {
        if (overrides.ValueKind is not JsonValueKind.Array)
        {
            thing.Refuse("pricing.overrides", overrides, "wrong type", "a list");
            return;
        }
        // Of two that apply the later one wins, price by price.
        var won = new Dictionary<Property, (string Key, decimal Usd, string Printed)>();
        var i = 0;
        foreach (var item in overrides.EnumerateArray())
        {
            var where = $"pricing.overrides[{i++}]";
            if (!thing.IsObject(where, item)) continue;
            if (Condition(item) is not { } when) thing.Refuse(where, item, "conditions that cannot be read", "min_prompt_tokens, or utc_start and utc_end as 1630, or both");
            else foreach (var price in Prices(thing, item, where)) won[Property.Price(price.Kind, when)] = (price.Key, price.Usd, price.Printed);
        }
        foreach (var (property, price) in won)
            if (price.Usd > 0) thing.Say(price.Key, property, new ClaimValue.Number(price.Usd), price.Printed);
            else thing.Log.Note("an override of 0: free, or not offered; it does not say, so nothing is said", thing.Path);
    }

    private static PriceCondition? Condition(JsonElement item)
    {
        long? above = null;
        if (item.TryGetProperty("min_prompt_tokens", out var tokens))
        {
            if (tokens.ValueKind is not JsonValueKind.Number || !tokens.TryGetInt64(out var read) || read <= 0) return null;
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

using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>
/// Reads <c>cost</c>, US dollars per million tokens, and the priced modes under <c>experimental</c>, which are offers of their own
/// (<c>#tier=fast</c>).
/// </summary>
internal static class PriceReader
{
    private const decimal Most = 100_000;
    private const long OldTier = 200_000;

    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["input"] = PriceKind.Input, ["output"] = PriceKind.Output, ["cache_read"] = PriceKind.CacheRead, ["cache_write"] = PriceKind.CacheWrite,
        ["reasoning"] = PriceKind.Reasoning, ["input_audio"] = PriceKind.AudioInput, ["output_audio"] = PriceKind.AudioOutput,
    };

    public static void Read(JsonThing thing, string key, JsonElement value, string id)
    {
        if (!thing.IsObject(key, value)) return;
        if (key == "cost") Cost(thing, value, key, id);
        else Modes(thing, value);
    }

    private static void Modes(JsonThing thing, JsonElement experimental)
    {
        foreach (var (key, modes) in thing.Members(experimental, "experimental."))
        {
            if (key != "modes") thing.Unknown($"experimental.{key}");
            else if (thing.IsObject("experimental.modes", modes))
                foreach (var (name, mode) in thing.Members(modes, "experimental.modes.")) Mode(thing, name, mode);
        }
    }

    private static void Mode(JsonThing thing, string name, JsonElement mode)
    {
        var where = $"experimental.modes.{name}";
        if (!thing.IsObject(where, mode)) return;
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            thing.Refuse(where, mode, "a mode's name that cannot be part of an offer's", "letters, digits, '-' and '_'");
            return;
        }
        var offer = new JsonThing(thing.Log, Subject.Offer($"{thing.Subject.Id}#tier={name}"), $"{thing.Path}.{where}");
        foreach (var (key, value) in offer.Members(mode))
        {
            if (key == "cost" && offer.IsObject(key, value)) Cost(offer, value, key, id: "");
            else if (key == "provider") thing.NotCompared("experimental.modes.*.provider");
            else if (key != "cost") thing.Unknown($"experimental.modes.*.{key}");
        }
    }

    private static void Cost(JsonThing thing, JsonElement cost, string at, string id)
    {
        var members = thing.Members(cost, at + ".");
        var zeros = new ZeroPrices(id, [.. members.Where(m => Kinds.ContainsKey(m.Name) && JsonNumber.TryExact(m.Value, out _)).Select(m => (Kinds[m.Name], JsonNumber.TryExact(m.Value, out var usd) ? usd : 0))]);
        if (zeros.Told is { } told) thing.Log.Note(told, thing.Path);

        foreach (var (key, value) in members)
        {
            var where = $"{at}.{key}";
            if (key is "tiers" or "context_over_200k") continue;
            if (!Kinds.TryGetValue(key, out var kind)) thing.Unknown(where);
            else if (Price(thing, where, value) is { } usd)
            {
                var note = zeros.Doubt(kind, usd);
                thing.Say(where, Property.Price(kind), new ClaimValue.Number(usd), JsonThing.Printed(value, usd), note, unconfirmed: note is not null);
                if (kind == PriceKind.CacheRead && usd > 0) thing.Say(where, Capability.PromptCaching.Property, ClaimValue.Yes, $"{key}: {value.GetRawText()}");
            }
        }
        Tiers(thing, members, at);
    }

    /// <summary>Prices above a length: the list of tiers, and the older single key only where there is no list.</summary>
    private static void Tiers(JsonThing thing, List<(string Name, JsonElement Value)> members, string at)
    {
        var tiers = members.Find(m => m.Name == "tiers");
        var old = members.Find(m => m.Name == "context_over_200k");
        if (tiers.Name is not null && tiers.Value.ValueKind is not JsonValueKind.Array) thing.Refuse($"{at}.tiers", tiers.Value, "wrong type", "a list");
        else if (tiers.Name is not null)
        {
            var sizes = new HashSet<long>();
            var i = 0;
            foreach (var tier in tiers.Value.EnumerateArray()) Tier(thing, tier, $"{at}.tiers[{i++}]", sizes);
            if (old.Name is not null)
            {
                var agrees = tiers.Value.EnumerateArray().Any(t => t.ValueKind is JsonValueKind.Object && Agree(t, old.Value));
                thing.Log.Note(agrees ? "'cost.context_over_200k' repeats a tier of 'cost.tiers': told once" : "'cost.context_over_200k' differs from 'cost.tiers': the tiers are taken", $"{thing.Path}.{at}");
            }
        }
        else if (old.Name is not null && thing.IsObject($"{at}.context_over_200k", old.Value)) Above(thing, old.Value, $"{at}.context_over_200k", OldTier);
    }

    private static void Tier(JsonThing thing, JsonElement tier, string where, HashSet<long> sizes)
    {
        if (!thing.IsObject(where, tier)) return;
        var size = tier.TryGetProperty("tier", out var rule) && rule.ValueKind is JsonValueKind.Object
            && rule.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.ValueEquals("context")
            && rule.TryGetProperty("size", out var said) && JsonNumber.TryLength(said, out var tokens) ? tokens : 0;
        if (size == 0) thing.Refuse(where, tier, "a price tier without a length it begins at", "tier: { type: \"context\", size: 200000 }");
        else if (!sizes.Add(size)) thing.Refuse(where, tier, "a second price tier of the same length; the first one counts", "each length once");
        else Above(thing, tier, where, size);
    }

    private static void Above(JsonThing thing, JsonElement prices, string at, long above)
    {
        foreach (var (key, value) in thing.Members(prices, at + "."))
        {
            if (key == "tier") continue;
            if (!Kinds.TryGetValue(key, out var kind)) thing.Unknown($"cost.tiers.{key}");
            else if (Price(thing, $"{at}.{key}", value) is { } usd)
            {
                var note = ZeroPrices.DoubtAbove(kind, usd);
                thing.Say($"{at}.{key}", Property.Price(kind, above), new ClaimValue.Number(usd), JsonThing.Printed(value, usd), note, unconfirmed: note is not null);
            }
        }
    }

    private static decimal? Price(JsonThing thing, string where, JsonElement value)
    {
        if (thing.Number(where, value) is not { } usd) return null;
        if (usd is >= 0 and <= Most) return usd;
        thing.Refuse(where, value, usd < 0 ? "a negative price" : "an absurd price", $"US dollars per million tokens, 0 to {Most.ToString("#,0", CultureInfo.InvariantCulture)}");
        return null;
    }

    /// <summary>Every price that both name is the same.</summary>
    private static bool Agree(JsonElement tier, JsonElement old) => old.ValueKind is JsonValueKind.Object
        && old.EnumerateObject().All(p => tier.TryGetProperty(p.Name, out var price) && price.ValueKind == p.Value.ValueKind
            && (price.ValueKind is not JsonValueKind.Number || (JsonNumber.TryExact(price, out var a) && JsonNumber.TryExact(p.Value, out var b) && a == b)));
}

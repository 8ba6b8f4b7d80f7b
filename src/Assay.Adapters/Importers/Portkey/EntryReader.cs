using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Portkey;

/// <summary>Reads the price list of one model: <c>pricing_config</c>, then <c>custom_pricing</c> by region, mode of service and length.</summary>
internal sealed class EntryReader(ImportLog log, string offer, string modelId, string firstPath)
{
    private readonly Dictionary<string, OfferPrices> offers = new(StringComparer.Ordinal);

    public string Path => firstPath;

    /// <param name="entry">What the file says of the model.</param>
    /// <param name="path">Where it says so.</param>
    /// <param name="above">The length above which these prices hold.</param>
    public void Read(JsonElement entry, string path, long? above)
    {
        var thing = new JsonThing(log, Subject.Offer(offer), path);
        foreach (var (key, value) in thing.Members(entry))
        {
            if (key == "pricing_config") Config(thing, key, value, "", new(above), batch: false);
            else if (key == "custom_pricing") Custom(thing, key, value);
            else thing.Unknown(key);
        }
    }

    /// <summary>Whether there was any price.</summary>
    public bool Say(bool forgetEmptyTiers)
    {
        var before = log.Claims.Count;
        foreach (var prices in offers.Values)
        {
            if (forgetEmptyTiers && prices.ForgetTiersThatChangeNothing()) log.Note("the prices above the length are the prices below it: told once", prices.Thing.Path);
            prices.Say();
        }
        return log.Claims.Count > before;
    }

    private OfferPrices Of(JsonThing thing, string qualifiers)
    {
        if (offers.TryGetValue(qualifiers, out var there)) return there;
        return offers[qualifiers] = new(qualifiers.Length == 0 ? thing : new(log, Subject.Offer($"{offer}#{qualifiers}"), thing.Path), modelId);
    }

    private void Config(JsonThing thing, string at, JsonElement config, string qualifiers, PriceCondition when, bool batch)
    {
        if (!thing.IsObject(at, config)) return;
        var members = thing.Members(config, at + ".");
        if (members.Find(m => m.Name == "currency") is { Name: not null, Value: var currency } && !(currency.ValueKind is JsonValueKind.String && currency.GetString() == "USD"))
        {
            thing.Refuse($"{at}.currency", currency, "not US dollars", "USD");
            return;
        }
        var reader = new ConfigReader(thing, more => Of(thing, Join(qualifiers, more)), when);
        foreach (var (key, value) in members) reader.Part($"{at}.{key}", key, value, batch);
    }

    private void Custom(JsonThing thing, string at, JsonElement custom)
    {
        if (!thing.IsObject(at, custom)) return;
        var begins = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, value) in thing.Members(custom, at + "."))
        {
            var where = $"{at}.{key}";
            if (key == "context_tier_map") Lengths(thing, where, value, begins);
            else if (key != "regions") thing.Unknown(where);
            else if (thing.IsObject(where, value))
                foreach (var (region, modes) in thing.Members(value, where + ".")) Region(thing, $"{where}.{region}", modes, region == "default" ? "" : $"region={region}", begins);
        }
    }

    private static void Lengths(JsonThing thing, string at, JsonElement map, Dictionary<string, long> begins)
    {
        if (!thing.IsObject(at, map)) return;
        foreach (var (begin, name) in thing.Members(map, at + "."))
        {
            if (name.ValueKind is JsonValueKind.String && long.TryParse(begin, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) && tokens <= 1_000_000_000) begins[name.GetString()!] = tokens;
            else thing.Refuse($"{at}.{begin}", name, "a price tier without a length it begins at", "\"200000\": \"gt-200k\"");
        }
    }

    private void Region(JsonThing thing, string at, JsonElement region, string qualifiers, Dictionary<string, long> begins)
    {
        if (!thing.IsObject(at, region)) return;
        if (!IsQualifier(qualifiers))
        {
            thing.Refuse(at, region, "a region's name that cannot be part of an offer's", "letters, digits, ',', '-' and '_'");
            return;
        }
        foreach (var (key, modes) in thing.Members(region, at + "."))
        {
            var where = $"{at}.{key}";
            if (key != "execution_modes") thing.Unknown(where);
            else if (thing.IsObject(where, modes))
                foreach (var (mode, value) in thing.Members(modes, where + ".")) Mode(thing, $"{where}.{mode}", mode, value, qualifiers, begins);
        }
    }

    private void Mode(JsonThing thing, string at, string mode, JsonElement value, string qualifiers, Dictionary<string, long> begins)
    {
        if (!thing.IsObject(at, value)) return;
        if (!IsQualifier(mode))
        {
            thing.Refuse(at, value, "a mode's name that cannot be part of an offer's", "letters, digits, '-' and '_'");
            return;
        }
        var batch = mode == "batch";
        var scope = mode is "standard" or "batch" ? qualifiers : Join(qualifiers, $"tier={mode}");
        foreach (var (key, part) in thing.Members(value, at + "."))
        {
            var where = $"{at}.{key}";
            if (key == "pricing_config") Config(thing, where, part, scope, PriceCondition.Always, batch);
            else if (key != "context_tiers") thing.Unknown(where);
            else if (thing.IsObject(where, part))
                foreach (var (length, tier) in thing.Members(part, where + ".")) Tier(thing, $"{where}.{length}", length, tier, scope, batch, begins);
        }
    }

    private void Tier(JsonThing thing, string at, string length, JsonElement tier, string scope, bool batch, Dictionary<string, long> begins)
    {
        if (!begins.TryGetValue(length, out var begin)) thing.Refuse(at, tier, "a price tier without a length it begins at", "a name in context_tier_map");
        else if (thing.IsObject(at, tier))
            foreach (var (key, config) in thing.Members(tier, at + "."))
            {
                if (key == "pricing_config") Config(thing, $"{at}.{key}", config, scope, new(begin == 0 ? null : begin), batch);
                else thing.Unknown($"{at}.{key}");
            }
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first}&{second}";

    private static bool IsQualifier(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ',' or '=');
}

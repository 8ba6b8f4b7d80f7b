using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.LlmPrices;

/// <summary>Reads one entry: <c>price_history</c>, US dollars for a million tokens, each with the first day it held and the first it no longer did.</summary>
internal static class ModelReader
{
    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["input"] = PriceKind.Input, ["output"] = PriceKind.Output, ["input_cached"] = PriceKind.CacheRead,
    };

    public static void Read(JsonThing thing, JsonElement model, string id, long? above, DateOnly asOf)
    {
        foreach (var (key, value) in thing.Members(model))
        {
            if (key == "id") continue;
            if (key == "name" && above is null) Name(thing, key, value);
            else if (key == "name") thing.Log.Note("an entry for long requests: read as prices above that length", thing.Path);
            else if (key != "price_history") thing.Unknown(key);
            else if (value.ValueKind is not JsonValueKind.Array) thing.Refuse(key, value, "wrong type", "a list");
            else
            {
                var i = 0;
                foreach (var entry in value.EnumerateArray()) Entry(thing, entry, $"price_history[{i++}]", id, above, asOf);
            }
        }
    }

    /// <summary>"Gemini 2.5 Pro ≤200k" is Gemini 2.5 Pro.</summary>
    private static void Name(JsonThing thing, string key, JsonElement value)
    {
        if (thing.Text(key, value) is not { } printed) return;
        var length = printed.IndexOf(" ≤", StringComparison.Ordinal);
        if (length > 0) thing.Say(key, Property.DisplayName, new ClaimValue.Words(printed[..length]), printed);
        else thing.Say(key, Property.DisplayName, new ClaimValue.Words(printed));
    }

    private static void Entry(JsonThing thing, JsonElement entry, string where, string id, long? above, DateOnly asOf)
    {
        if (!thing.IsObject(where, entry)) return;
        var members = thing.Members(entry, where + ".", nullable: true);
        if (!Day(thing, members, "from_date", where, out var from) || !Day(thing, members, "to_date", where, out var to)) return;
        if (from >= to)
        {
            thing.Refuse(where, entry, "a price that ended before it began", "from_date before to_date");
            return;
        }
        var held = from is null && to is { } end ? Held.Until(end, asOf) : new Held(from, to);
        var prices = new OfferPrices(thing, id, held);
        foreach (var (key, value) in members)
        {
            if (Kinds.TryGetValue(key, out var kind)) prices.Add($"{where}.{key}", value, kind, 0, new(above));
            else if (key is not ("from_date" or "to_date")) thing.Unknown($"price_history.{key}");
        }
        prices.Say();
    }

    private static bool Day(JsonThing thing, List<(string Name, JsonElement Value)> members, string key, string where, out DateOnly? day)
    {
        day = null;
        if (members.Find(m => m.Name == key) is not { Name: not null, Value: var value }) return true;
        if (value.ValueKind is JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 2000 and <= 2100)
        {
            day = read;
            return true;
        }
        thing.Refuse($"{where}.{key}", value, "not a day", "2025-03-12, between 2000 and 2100; or null");
        return false;
    }
}

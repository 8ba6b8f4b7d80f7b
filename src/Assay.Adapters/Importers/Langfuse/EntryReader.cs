using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Langfuse;

/// <summary>Reads one model: its pattern of names, and its tiers of prices, the default one first.</summary>
internal sealed class EntryReader(JsonThing thing, string modelId)
{
    private const string TotalNote = "the source has one price for all tokens, in and out";

    private readonly Dictionary<string, OfferPrices> offers = new(StringComparer.Ordinal);

    /// <param name="entry">What the list says of it.</param>
    /// <param name="otherName">What the source calls it, where that is no id that its provider has.</param>
    public void Read(JsonElement entry, string? otherName)
    {
        foreach (var (key, value) in thing.Members(entry))
        {
            switch (key)
            {
                case "matchPattern": thing.Text(key, value, Property.About("match_pattern"), otherName is null ? null : $"the source calls the model {otherName}"); break;
                case "pricingTiers": Tiers(key, value); break;
                case "modelName" or "tokenizerId": break;
                case "id" or "createdAt" or "updatedAt" or "tokenizerConfig": thing.NotCompared(key); break;
                default: thing.Unknown(key); break;
            }
        }
        if (offers.Count == 0) thing.Refuse("pricingTiers", entry, "an entry without prices that can be used", "at least one tier with prices");
        foreach (var prices in offers.Values) prices.Say();
    }

    private void Tiers(string at, JsonElement tiers)
    {
        if (tiers.ValueKind is not JsonValueKind.Array)
        {
            thing.Refuse(at, tiers, "wrong type", "a list");
            return;
        }
        var i = 0;
        foreach (var (where, tier) in tiers.EnumerateArray().Select(tier => (Where: $"{at}[{i++}]", Tier: tier)).OrderByDescending(t => IsDefault(t.Tier)))
            if (thing.IsObject(where, tier)) Tier(where, tier);
    }

    private static bool IsDefault(JsonElement tier) => tier.ValueKind is JsonValueKind.Object && tier.TryGetProperty("isDefault", out var said) && said.ValueKind is JsonValueKind.True;

    private void Tier(string at, JsonElement tier)
    {
        var members = thing.Members(tier, at + ".");
        JsonElement? Part(string name) => members.Find(m => m.Name == name) is { Name: not null, Value: var value } ? value : null;
        if ((Part("conditions") is { } list ? Conditions.Read(list) : null) is not { } conditions) thing.Refuse($"{at}.conditions", Part("conditions") ?? tier, "conditions that are no service tier and no length of the input", "service_tier or speed in [one word]; (input) gt tokens");
        else if (Part("prices") is not { } prices || !thing.IsObject($"{at}.prices", prices)) thing.Refuse($"{at}.prices", tier, "a tier without prices", "prices: { input: 2.5e-6 }");
        else Prices($"{at}.prices", prices, conditions);
        foreach (var (key, _) in members)
            if (key is not ("id" or "name" or "isDefault" or "priority" or "conditions" or "prices")) thing.Unknown($"pricingTiers.{key}");
    }

    private void Prices(string at, JsonElement prices, Conditions conditions)
    {
        var offer = Of(conditions.Tier);
        foreach (var (key, value) in thing.Members(prices, at + "."))
        {
            var where = $"{at}.{key}";
            if (key == "total")
            {
                offer.Add(where, value, PriceKind.Input, 6, conditions.When, TotalNote);
                offer.Add(where, value, PriceKind.Output, 6, conditions.When, TotalNote);
            }
            else if (Usage.Of(key) is { } kind) offer.Add(where, value, kind, Usage.Places(kind), conditions.When);
            else thing.Refuse(where, value, "no kind of price in the catalogue stands for it", "the kinds of usage that docs/importers/langfuse.md lists");
        }
    }

    private OfferPrices Of(string? tier)
    {
        var key = tier ?? "";
        if (offers.TryGetValue(key, out var there)) return there;
        return offers[key] = new(tier is null ? thing : new(thing.Log, Subject.Offer($"{thing.Subject.Id}#tier={tier}"), thing.Path), modelId);
    }
}

using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// Collects the prices that a source gives for one offer, in our units, and says them when all are known: only then can a 0 be judged.
/// </summary>
/// <param name="thing">The offer.</param>
/// <param name="modelId">Its model id at the provider.</param>
/// <param name="held">The days on which the source says these prices held; null: from the day of the snapshot on.</param>
internal sealed class OfferPrices(JsonThing thing, string modelId, Held? held = null)
{
    private readonly List<Listed> listed = [];
    private readonly Dictionary<(PriceKind, PriceCondition), int> standing = [];

    public JsonThing Thing => thing;

    /// <param name="key">Its path under the offer.</param>
    /// <param name="value">A number, or a number as text.</param>
    /// <param name="kind">What is paid for.</param>
    /// <param name="places">How far the point moves from the source's unit to ours: 6 from a token to a million.</param>
    /// <param name="when">Which requests pay it.</param>
    /// <param name="note">How the key was read, where it does not say it itself.</param>
    /// <param name="at">Where the price stands, if not in the first entry of the offer.</param>
    public void Add(string key, JsonElement value, PriceKind kind, int places, PriceCondition when = default, string? note = null, JsonThing? at = null)
    {
        if (Usd(at ?? thing, key, value, places) is not { } usd) return;
        if (standing.TryAdd((kind, when), listed.Count))
        {
            listed.Add(new(key, Printed(value), kind, when, usd, note));
            return;
        }
        var i = standing[(kind, when)];
        if (listed[i].Usd == usd) thing.Log.Note("two keys of an entry give one price: told once", $"{(at ?? thing).Path}.{key}");
        else if (listed[i].Usd == 0 || usd == 0)
        {
            thing.Log.Note("0 under one key and a price for the same thing under another: the 0 says nothing", $"{(at ?? thing).Path}.{key}");
            if (usd > 0) listed[i] = new(key, Printed(value), kind, when, usd, note);
        }
        else (at ?? thing).Refuse(key, value, "a second price for the same thing; the first one counts", $"{listed[i].Key}: {listed[i].Printed}");
    }

    /// <summary>Whether every price of longer requests is the base price again; then they are no tier, and are forgotten.</summary>
    public bool ForgetTiersThatChangeNothing()
    {
        var above = listed.FindAll(p => p.When.Above is not null);
        var bases = listed.Where(p => p.When.Above is null).Select(p => (p.Kind, p.Usd)).ToHashSet();
        if (above.Count == 0 || !above.TrueForAll(p => bases.Contains((p.Kind, p.Usd)))) return false;
        listed.RemoveAll(p => p.When.Above is not null);
        return true;
    }

    /// <summary>Turns them into claims.</summary>
    /// <param name="cachingStated">The source says itself whether the offer caches prompts; else a price for it says so.</param>
    public void Say(bool cachingStated = false)
    {
        var zeros = new ZeroPrices(modelId, [.. listed.Where(p => p.When == PriceCondition.Always).Select(p => (p.Kind, p.Usd))]);
        if (zeros.Told is { } zero) thing.Log.Note(zero, thing.Path);
        foreach (var price in listed)
        {
            var doubt = price.When.Above is null ? zeros.Doubt(price.Kind, price.Usd) : ZeroPrices.DoubtAbove(price.Kind, price.Usd);
            var quoted = $"{Last(price.Key)}: {price.Printed}";
            var note = string.Join("; ", ((string?[])[price.Note, doubt, held?.Note]).OfType<string>()) is { Length: > 0 } told ? told : null;
            thing.Say(price.Key, Property.Price(price.Kind, price.When), new ClaimValue.Number(price.Usd), quoted, note, unconfirmed: doubt is not null, held: held);
            if (!cachingStated && price.Kind == PriceKind.CacheRead && price.Usd > 0 && price.When == PriceCondition.Always)
                thing.Say(price.Key, Capability.PromptCaching.Property, ClaimValue.Yes, quoted, held?.Note, held: held);
        }
    }

    private static decimal? Usd(JsonThing thing, string key, JsonElement value, int places)
    {
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) thing.Refuse(key, value, "wrong type", "a number");
        else if (!ExactNumber.TryShift(Printed(value), places, out var usd)) thing.Refuse(key, value, "a number out of range", "a number of up to 28 digits");
        else if (usd is >= 0 and <= ImportLimits.Usd) return usd;
        else thing.Refuse(key, value, usd < 0 ? "a negative price" : "an absurd price", $"US dollars for our unit of it, 0 to {ImportLimits.Usd.ToString("#,0", CultureInfo.InvariantCulture)}");
        return null;
    }

    private static string Printed(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Last(string key)
    {
        key = key.EndsWith(".price", StringComparison.Ordinal) ? key[..^".price".Length] : key;
        return key[(key.LastIndexOf('.') + 1)..];
    }

    private sealed record Listed(string Key, string Printed, PriceKind Kind, PriceCondition When, decimal Usd, string? Note);
}

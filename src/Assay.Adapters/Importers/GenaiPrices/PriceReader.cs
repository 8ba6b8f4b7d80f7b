using System.Text.Json;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.GenaiPrices;

/// <summary>
/// Reads one price list: US dollars for a million tokens, or for a thousand requests. A price may be <c>{ base, tiers: [{ start, price }] }</c>:
/// a request with more input tokens than <c>start</c> pays the tier's price for all of them.
/// </summary>
internal static class PriceReader
{
    private const decimal Most = 100_000;

    private static readonly Dictionary<string, PriceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["input_mtok"] = PriceKind.Input, ["output_mtok"] = PriceKind.Output, ["cache_read_mtok"] = PriceKind.CacheRead, ["cache_write_mtok"] = PriceKind.CacheWrite,
        ["input_audio_mtok"] = PriceKind.AudioInput, ["output_audio_mtok"] = PriceKind.AudioOutput, ["cache_audio_read_mtok"] = PriceKind.AudioCacheRead,
        ["requests_kcount"] = PriceKind.PerRequest,
    };

    public static void Read(JsonThing row, JsonElement list, string at, string id, DailyHours? hours, Held held)
    {
        var members = row.Members(list, at + ".");
        if (members.Count == 0) row.Log.Note("a row without prices: nothing is said of them", row.Path);
        var prices = members.SelectMany(m => Price(row, m.Name, m.Value, $"{at}.{m.Name}")).ToList();
        var zeros = new ZeroPrices(id, [.. prices.Where(p => p.Above is null).Select(p => (p.Kind, p.Usd))]);
        if (zeros.Told is { } told) row.Log.Note(told, row.Path);
        foreach (var (kind, above, usd, printed) in prices)
        {
            var doubt = above is null ? zeros.Doubt(kind, usd) : ZeroPrices.DoubtAbove(kind, usd);
            row.Log.Say(row.Subject, Property.Price(kind, new PriceCondition(above, hours)), new ClaimValue.Number(usd), printed, doubt ?? held.Note, unconfirmed: doubt is not null, held: held);
            if (kind == PriceKind.CacheRead && above is null && hours is null && usd > 0)
                row.Log.Say(row.Subject, Capability.PromptCaching.Property, ClaimValue.Yes, $"cache_read_mtok: {printed ?? new ClaimValue.Number(usd).Text}", held.Note, held: held);
        }
    }

    private static IEnumerable<(PriceKind Kind, long? Above, decimal Usd, string? Printed)> Price(JsonThing row, string key, JsonElement value, string where)
    {
        if (!Kinds.TryGetValue(key, out var kind))
        {
            row.Unknown($"prices.{key}");
            yield break;
        }
        var tiered = value.ValueKind is JsonValueKind.Object;
        if (tiered && !value.TryGetProperty("base", out _)) row.Refuse(where, value, "a tiered price without a base", "{ base, tiers }");
        else if (Usd(row, kind, tiered ? value.GetProperty("base") : value, where) is { } first) yield return (kind, null, first.Usd, first.Printed);
        if (!tiered) yield break;
        foreach (var tier in Tiers(row, value, where))
            if (Usd(row, kind, tier.Price, $"{where}.tiers") is { } more) yield return (kind, tier.Start, more.Usd, more.Printed);
    }

    private static List<(long Start, JsonElement Price)> Tiers(JsonThing row, JsonElement value, string where)
    {
        var tiers = new List<(long, JsonElement)>();
        if (!value.TryGetProperty("tiers", out var list) || list.ValueKind is not JsonValueKind.Array)
        {
            row.Refuse(where, value, "a tiered price without its tiers", "{ base, tiers: [{ start, price }] }");
            return tiers;
        }
        var sizes = new HashSet<long>();
        foreach (var tier in list.EnumerateArray())
        {
            if (tier.ValueKind is not JsonValueKind.Object || !tier.TryGetProperty("start", out var said) || said.ValueKind is not JsonValueKind.Number
                || !said.TryGetInt64(out var start) || start <= 0 || !tier.TryGetProperty("price", out var price))
                row.Refuse(where, tier, "a price tier without a length it begins at", "{ start: 200000, price: 2.5 }");
            else if (!sizes.Add(start)) row.Refuse(where, tier, "a second price tier of the same length; the first one counts", "each length once");
            else tiers.Add((start, price));
        }
        return tiers;
    }

    private static (decimal Usd, string? Printed)? Usd(JsonThing row, PriceKind kind, JsonElement value, string where)
    {
        if (row.Number(where, value) is not { } number) return null;
        if (number is < 0 or > Most)
        {
            row.Refuse(where, value, number < 0 ? "a negative price" : "an absurd price", $"US dollars, 0 to {Most:#,0}");
            return null;
        }
        return kind.Unit is PriceUnit.Request ? (number / 1000, $"{value.GetRawText()} for 1,000 requests") : (number, JsonThing.Printed(value, number));
    }
}

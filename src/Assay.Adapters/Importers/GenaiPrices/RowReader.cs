using System.Text.Json;
using Assay.Catalog;
using Assay.Catalog.MatchRules;

namespace Assay.Adapters.Importers.GenaiPrices;

/// <summary>Reads one row: a model, or several at one price, and the rule that says which ids it prices.</summary>
internal static class RowReader
{
    private const int LongestRule = 20_000;

    public static void Read(JsonThing row, JsonElement element, string id, DateOnly asOf)
    {
        foreach (var (key, value) in row.Members(element))
        {
            switch (key)
            {
                case "id": break;
                case "name": row.Text(key, value, Property.DisplayName); break;
                case "context_window": row.Tokens(key, value, Property.ContextWindow); break;
                case "deprecated":
                    if (row.Bool(key, value) is true) row.Say(key, Property.LifecycleStatus, new ClaimValue.Words("deprecated"), "deprecated: true");
                    break;
                case "match": Rule(row, value); break;
                case "prices": Prices(row, value, id, asOf); break;
                case "description" or "price_comments" or "price_discrepancies" or "prices_checked" or "collapse": row.NotCompared(key); break;
                default: row.Unknown(key); break;
            }
        }
    }

    private static void Rule(JsonThing row, JsonElement rule)
    {
        if (rule.GetRawText().Length > LongestRule) row.Refuse("match", rule, "a rule too long to be followed", $"at most {LongestRule:#,0} characters");
        else if (!MatchRule.TryRead(rule, out _, out var fault)) row.Refuse("match", rule, "a rule that cannot be read", fault);
        else row.Say("match", Property.MatchRule, new ClaimValue.Words(JsonSerializer.Serialize(rule, JsonSerializerOptions.Default)));
    }

    /// <summary>One price list, or several under conditions of which the last that applies counts.</summary>
    private static void Prices(JsonThing row, JsonElement prices, string id, DateOnly asOf)
    {
        if (prices.ValueKind is JsonValueKind.Object)
        {
            var always = new OfferPrices(row, id);
            PriceReader.Read(always, prices, "prices", hours: null);
            always.Say();
        }
        else if (prices.ValueKind is JsonValueKind.Array) Conditional(row, prices, id, asOf);
        else row.Refuse("prices", prices, "wrong type", "an object of prices, or a list of them");
    }

    private static void Conditional(JsonThing row, JsonElement prices, string id, DateOnly asOf)
    {
        var lists = new List<(JsonElement Prices, string Where, Constraint When)>();
        foreach (var item in prices.EnumerateArray())
        {
            var where = $"prices[{lists.Count}]";
            var when = item.ValueKind is JsonValueKind.Object ? Constraint.Read(item) : null;
            if (when is null || !item.TryGetProperty("prices", out var inner) || inner.ValueKind is not JsonValueKind.Object)
                row.Refuse(where, item, "prices under a condition that cannot be read", "prices, with start_date, or start_time and end_time in UTC, as their constraint");
            else lists.Add((inner, $"{where}.prices", when));
        }
        // What holds on the same days is one price list: the base and its hours of the day.
        foreach (var list in lists.Select((l, i) => (l.Prices, l.Where, l.When, Days: Days(lists, i, asOf))).GroupBy(l => l.Days))
        {
            if (list.Key.From >= list.Key.To)
            {
                row.Log.Note("a price list that a later one replaces before it begins: not read", row.Path);
                continue;
            }
            var offer = new OfferPrices(row, id, list.Key);
            foreach (var part in list) PriceReader.Read(offer, part.Prices, part.Where, part.When.Hours);
            offer.Say();
        }
    }

    /// <summary>A later start ends what was before; prices of hours of the day stand beside it.</summary>
    private static Held Days(List<(JsonElement Prices, string Where, Constraint When)> lists, int i, DateOnly asOf)
    {
        var when = lists[i].When;
        DateOnly? end = null;
        if (when.Hours is null)
            foreach (var later in lists.Skip(i + 1))
                if (later.When.Start is { } start && !(start >= end)) end = start;
        return when.Start is null && end is { } known ? Held.Until(known, asOf) : new(when.Start, end);
    }
}

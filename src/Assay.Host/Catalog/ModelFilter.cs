using Assay.Catalog;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>
/// A filter of the model list: conditions parted by blanks, all of which must hold. <c>vision=yes context&gt;=128K price&lt;1 org=google</c>.
/// A value that is unknown meets no condition, whichever way it points.
/// </summary>
public sealed class ModelFilter
{
    public const string Help = "Conditions parted by blanks: org=google, weights=open, licence=MIT, provider=openrouter, lifecycle=active, context>=128K, output>=8K, price<1 (input $ per million), cost<500 ($ a month at the default traffic), routes>=3, released>=2025, and any capability, as vision=yes.";

    private static readonly string[] Operators = [">=", "<=", "!=", "=", ">", "<"];
    private readonly List<Func<ModelListItem, bool>> conditions = [];

    /// <summary>Reads a filter; on a fault, <paramref name="problem"/> names the condition, what is allowed and the fix.</summary>
    public static bool TryParse(string? text, out ModelFilter filter, out string? problem)
    {
        filter = new();
        problem = null;
        foreach (var term in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = Operators.FirstOrDefault(o => term.Contains(o, StringComparison.Ordinal));
            var at = sign is null ? -1 : term.IndexOf(sign, StringComparison.Ordinal);
            if (sign is null || at == 0 || at + sign.Length == term.Length)
            {
                problem = $"'{term}' is not a condition: write field, sign and value without blanks, for example context>=128K. {Help}";
                return false;
            }
            var (field, value) = (term[..at].ToLowerInvariant(), term[(at + sign.Length)..]);
            if (Condition(field, sign, value, out problem) is not { } condition) return false;
            filter.conditions.Add(condition);
        }
        return true;
    }

    public bool Holds(ModelListItem item) => conditions.TrueForAll(c => c(item));

    private static Func<ModelListItem, bool>? Condition(string field, string sign, string value, out string? problem)
    {
        problem = null;
        Func<ModelListItem, decimal?>? number = field switch
        {
            "context" or "context_window" => m => m.ContextWindow,
            "output" or "max_output" => m => m.MaxOutput,
            "price" or "input_price" => m => m.InputPrice,
            "output_price" => m => m.OutputPrice,
            "cost" => m => m.UsdPerMonth,
            "routes" => m => m.Routes,
            _ => null,
        };
        if (number is not null)
        {
            if (!Amount.TryCount(value, out var count) & !Amount.TryNumber(value, out var plain)) { problem = $"'{value}' of '{field}{sign}{value}' is not an amount: write 128K, 0.5 or 1000."; return null; }
            var limit = count != 0 ? count : plain;
            return m => number(m) is { } actual && Compare(actual.CompareTo(limit), sign);
        }
        if (field == "released")
        {
            if (!PartialDate.TryParse(value, out var date)) { problem = $"'{value}' of '{field}{sign}{value}' is not a date: write 2025, 2025-03 or 2025-03-12."; return null; }
            return m => m.Released is { } released && Compare(sign is "<=" or ">" ? PartialDate.Parse(released).Earliest.CompareTo(date.Latest) : sign is "=" or "!=" ? PartialDate.Parse(released).AgreesWith(date) ? 0 : 1 : PartialDate.Parse(released).Earliest.CompareTo(date.Earliest), sign);
        }
        Func<ModelListItem, IEnumerable<string>>? words = field switch
        {
            "org" or "organization" => m => [m.Organization],
            "weights" => m => m.Weights is null ? [] : [m.Weights],
            "licence" or "license" => m => m.Licence is null ? [] : [m.Licence],
            "lifecycle" or "status" => m => [m.Lifecycle],
            "provider" => m => m.Model.Offers.Select(o => o.Provider.Id),
            "family" => m => m.Model.Family.TryGetConfirmed(out var family) ? [family] : [],
            _ when Capability.Find(field) is { } capability => m => m.Model.Has(capability) is var fact && fact.IsNo ? ["no"] : fact.TryGetConfirmed(out _) ? ["yes"] : [],
            _ => null,
        };
        if (words is null) { problem = $"'{field}' is not a field to filter by. {Help}"; return null; }
        if (sign is not ("=" or "!=")) { problem = $"'{field}' is a word, so '{sign}' says nothing of it: write {field}={value} or {field}!={value}."; return null; }
        return m => words(m).ToArray() is { Length: > 0 } actual && actual.Contains(value, StringComparer.OrdinalIgnoreCase) == (sign == "=");
    }

    private static bool Compare(int order, string sign) => sign switch { ">=" => order >= 0, "<=" => order <= 0, ">" => order > 0, "<" => order < 0, "!=" => order != 0, _ => order == 0 };
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Units;

namespace Assay.Evaluation.Schemas;

/// <summary>
/// A part of JSON Schema (2020-12) that is checked in full; a keyword outside it makes the schema unreadable, for what is passed over would let wrong
/// replies pass. Source: json-schema.org/draft/2020-12. Immutable and thread-safe.
/// </summary>
public sealed class JsonSchema
{
    private const int Deepest = 40;
    private const int MostKept = 200;

    private static readonly ConcurrentDictionary<string, (JsonSchema? Schema, string? Why)> Known = new(StringComparer.Ordinal);

    private readonly JsonElement root;
    private readonly Dictionary<string, Regex> patterns;

    private JsonSchema(JsonElement root, Dictionary<string, Regex> patterns) => (this.root, this.patterns) = (root, patterns);

    /// <summary>The schema, or why it cannot be used. Schemas are kept: samples of a suite share a few.</summary>
    public static JsonSchema? Read(string text, out string? why)
    {
        if (!Known.TryGetValue(text, out var found))
        {
            if (Known.Count >= MostKept) Known.Clear();
            Known[text] = found = Make(text);
        }
        why = found.Why;
        return found.Schema;
    }

    private static (JsonSchema?, string?) Make(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var check = new SchemaCheck(document.RootElement.Clone());
            return check.Fault is { } fault ? (null, fault) : (new(check.Root, check.Patterns), null);
        }
        catch (JsonException e)
        {
            return (null, $"it is not JSON: {Visible.Line(e.Message, 160)}");
        }
    }

    /// <summary>What in a value is against the schema, with its place; null where nothing is.</summary>
    public string? Fault(JsonElement value) => Fault(root, value, "the value", 0);

    private string? Fault(JsonElement schema, JsonElement value, string where, int depth)
    {
        if (schema.ValueKind is JsonValueKind.True) return null;
        if (schema.ValueKind is JsonValueKind.False) return $"{where} must not be there.";
        if (depth > Deepest) return $"{where} is nested deeper than {Deepest} levels.";
        foreach (var keyword in schema.EnumerateObject())
            if (Fault(schema, keyword.Name, keyword.Value, value, where, depth) is { } fault) return fault;
        return null;
    }

    private string? Fault(JsonElement schema, string keyword, JsonElement said, JsonElement value, string where, int depth) => keyword switch
    {
        "type" => Types(said).Any(t => IsType(t, value)) ? null : $"{where} is {Kind(value)}; wanted is {Words.List([.. Types(said)], "or")}.",
        "enum" => said.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)) ? null : $"{where} is {Short(value)}; allowed are {Visible.Line(said.GetRawText(), 120)}.",
        "const" => JsonElement.DeepEquals(said, value) ? null : $"{where} is {Short(value)}; wanted is {Short(said)}.",
        "$ref" => Fault(Target(said.GetString()!), value, where, depth + 1),
        "allOf" => said.EnumerateArray().Select(s => Fault(s, value, where, depth + 1)).FirstOrDefault(f => f is not null),
        "anyOf" => said.EnumerateArray().Any(s => Fault(s, value, where, depth + 1) is null) ? null : $"{where} follows none of the schemas under anyOf.",
        "oneOf" => said.EnumerateArray().Count(s => Fault(s, value, where, depth + 1) is null) is 1 ? null : $"{where} does not follow exactly one of the schemas under oneOf.",
        "not" => Fault(said, value, where, depth + 1) is null ? $"{where} follows the schema under not." : null,
        _ => value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, keyword, said, value, where, depth),
            JsonValueKind.Array => OfArray(keyword, said, value, where, depth),
            JsonValueKind.String => OfText(keyword, said, value.GetString()!, where),
            JsonValueKind.Number => OfNumber(keyword, said, value, where),
            _ => null,
        },
    };

    private string? OfObject(JsonElement schema, string keyword, JsonElement said, JsonElement value, string where, int depth)
    {
        switch (keyword)
        {
            case "properties":
                foreach (var property in said.EnumerateObject())
                    if (value.TryGetProperty(property.Name, out var part) && Fault(property.Value, part, $"{where}.{property.Name}", depth + 1) is { } fault) return fault;
                return null;
            case "required":
                return said.EnumerateArray().FirstOrDefault(r => !value.TryGetProperty(r.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing ? $"{where} has no '{missing.GetString()}'." : null;
            case "additionalProperties":
                foreach (var property in value.EnumerateObject())
                {
                    if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _)) continue;
                    if (Fault(said, property.Value, $"{where}.{Visible.Line(property.Name, 40)}", depth + 1) is { } fault) return fault;
                }
                return null;
            case "minProperties": return Least(value.EnumerateObject().Count(), said, where, "properties");
            case "maxProperties": return Most(value.EnumerateObject().Count(), said, where, "properties");
            default: return null;
        }
    }

    private string? OfArray(string keyword, JsonElement said, JsonElement value, string where, int depth)
    {
        switch (keyword)
        {
            case "items":
                var place = 0;
                foreach (var item in value.EnumerateArray())
                    if (Fault(said, item, $"{where}[{place++}]", depth + 1) is { } fault) return fault;
                return null;
            case "minItems": return Least(value.GetArrayLength(), said, where, "items");
            case "maxItems": return Most(value.GetArrayLength(), said, where, "items");
            case "uniqueItems":
                if (!said.GetBoolean()) return null;
                var all = value.EnumerateArray().ToArray();
                if (all.Length > 1_000) return $"{where} has more than 1,000 items, too many to tell whether they differ.";
                return all.Where((a, i) => all.Take(i).Any(b => JsonElement.DeepEquals(a, b))).Any() ? $"{where} has an item twice." : null;
            default: return null;
        }
    }

    private string? OfText(string keyword, JsonElement said, string text, string where) => keyword switch
    {
        "minLength" => Least(text.EnumerateRunes().Count(), said, where, "characters"),
        "maxLength" => Most(text.EnumerateRunes().Count(), said, where, "characters"),
        "pattern" => Matches(patterns[said.GetString()!], text) ? null : $"{where} is '{Visible.Line(text, 60)}', against the pattern '{said.GetString()}'.",
        _ => null,
    };

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string? OfNumber(string keyword, JsonElement said, JsonElement value, string where)
    {
        if (keyword is not ("minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf")) return null;
        var (number, limit) = (value.GetDouble(), said.GetDouble());
        var holds = keyword switch
        {
            "minimum" => number >= limit,
            "maximum" => number <= limit,
            "exclusiveMinimum" => number > limit,
            "exclusiveMaximum" => number < limit,
            _ => value.TryGetDecimal(out var exact) && said.TryGetDecimal(out var step) ? exact % step == 0 : number % limit == 0,
        };
        return holds ? null : $"{where} is {value.GetRawText()}, against {keyword} {said.GetRawText()}.";
    }

    private JsonElement Target(string reference) => reference == "#" ? root : root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    internal static IEnumerable<string> Types(JsonElement said) => said.ValueKind is JsonValueKind.String ? [said.GetString()!] : said.EnumerateArray().Select(t => t.GetString()!);

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.GetDouble() is var number && number == Math.Truncate(number),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind is JsonValueKind.Null,
    };

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => Short(value),
    };

    private static string Short(JsonElement value) => Visible.Line(value.GetRawText(), 60);

    private static string? Least(int count, JsonElement said, string where, string what) => count >= said.GetInt64() ? null : $"{where} has {count.ToString(CultureInfo.InvariantCulture)} {what}; at least {said.GetRawText()} are wanted.";

    private static string? Most(int count, JsonElement said, string where, string what) => count <= said.GetInt64() ? null : $"{where} has {count.ToString(CultureInfo.InvariantCulture)} {what}; at most {said.GetRawText()} are allowed.";
}

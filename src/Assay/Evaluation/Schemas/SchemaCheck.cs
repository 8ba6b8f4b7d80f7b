using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Units;

namespace Assay.Evaluation.Schemas;

/// <summary>Looks through a schema before it is used: every keyword is known and well formed, every reference leads somewhere.</summary>
internal sealed class SchemaCheck
{
    private const int Deepest = 40;
    private static readonly string[] TypeNames = ["object", "array", "string", "number", "integer", "boolean", "null"];

    public SchemaCheck(JsonElement root)
    {
        Root = root;
        Fault = Look(root, "the schema", 0);
    }

    public JsonElement Root { get; }

    public string? Fault { get; }

    public Dictionary<string, Regex> Patterns { get; } = new(StringComparer.Ordinal);

    private string? Look(JsonElement schema, string where, int depth)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False && depth > 0) return null;
        if (schema.ValueKind is not JsonValueKind.Object) return $"{where} is {Visible.Line(schema.GetRawText(), 60)}; a schema is an object.";
        if (depth > Deepest) return $"{where} is nested deeper than {Deepest} levels.";
        foreach (var keyword in schema.EnumerateObject())
            if (Look(keyword.Name, keyword.Value, $"'{keyword.Name}' of {where}", depth) is { } fault) return fault;
        return null;
    }

    private string? Look(string keyword, JsonElement said, string where, int depth)
    {
        switch (keyword)
        {
            case "title" or "description" or "default" or "examples" or "$schema" or "$id" or "$comment" or "deprecated" or "readOnly" or "writeOnly": return null;
            case "type": return said.ValueKind is JsonValueKind.String or JsonValueKind.Array && Texts(said) is { Count: > 0 } types && types.All(TypeNames.Contains) ? null : Wrong(where, said, string.Join(", ", TypeNames));
            case "enum": return said.ValueKind is JsonValueKind.Array && said.GetArrayLength() > 0 ? null : Wrong(where, said, "a list of values");
            case "const": return null;
            case "required": return said.ValueKind is JsonValueKind.Array && Texts(said) is not null ? null : Wrong(where, said, "a list of names");
            case "properties" or "$defs": return said.ValueKind is JsonValueKind.Object ? Each(said.EnumerateObject().Select(p => (p.Value, $"'{p.Name}' in {where}")), depth) : Wrong(where, said, "an object of schemas");
            case "items" or "not" or "additionalProperties": return Look(said, where, depth + 1);
            case "allOf" or "anyOf" or "oneOf": return said.ValueKind is JsonValueKind.Array && said.GetArrayLength() > 0 ? Each(said.EnumerateArray().Select((s, i) => (s, $"schema {i + 1} in {where}")), depth) : Wrong(where, said, "a list of schemas");
            case "minItems" or "maxItems" or "minLength" or "maxLength" or "minProperties" or "maxProperties": return said.ValueKind is JsonValueKind.Number && said.TryGetInt64(out var count) && count >= 0 ? null : Wrong(where, said, "a whole number from 0 on");
            case "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum": return said.ValueKind is JsonValueKind.Number ? null : Wrong(where, said, "a number");
            case "multipleOf": return said.ValueKind is JsonValueKind.Number && said.GetDouble() > 0 ? null : Wrong(where, said, "a number above 0");
            case "uniqueItems": return said.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Wrong(where, said, "true or false");
            case "pattern": return said.ValueKind is JsonValueKind.String && Pattern(said.GetString()!) ? null : Wrong(where, said, "a pattern without looking around or back");
            case "$ref": return said.ValueKind is JsonValueKind.String && Leads(said.GetString()!) ? null : Wrong(where, said, "#, or #/$defs/ and the name of one of the root's $defs");
            default: return $"{where} is a keyword that is not checked here, and passing over it would let wrong replies pass. Take it away, or say it with type, enum, const, properties, required, additionalProperties, items, allOf, anyOf, oneOf, not, pattern, $ref, and the least and most of numbers, lengths and counts.";
        }
    }

    private string? Each(IEnumerable<(JsonElement Schema, string Where)> schemas, int depth) => schemas.Select(s => Look(s.Schema, s.Where, depth + 1)).FirstOrDefault(f => f is not null);

    private static IReadOnlyList<string>? Texts(JsonElement said) => said.ValueKind is JsonValueKind.String ? [said.GetString()!]
        : said.EnumerateArray().All(e => e.ValueKind is JsonValueKind.String) ? [.. said.EnumerateArray().Select(e => e.GetString()!)] : null;

    private bool Pattern(string pattern)
    {
        try
        {
            Patterns[pattern] = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private bool Leads(string reference) => reference == "#"
        || (reference.StartsWith("#/$defs/", StringComparison.Ordinal) && Root.TryGetProperty("$defs", out var definitions) && definitions.ValueKind is JsonValueKind.Object && definitions.TryGetProperty(reference["#/$defs/".Length..], out _));

    private static string Wrong(string where, JsonElement said, string allowed) => $"{where} is {Visible.Line(said.GetRawText(), 60)}; allowed is {allowed}.";
}

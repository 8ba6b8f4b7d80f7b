using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>The type of a field or a parameter in words.</summary>
/// <param name="Before">In front of the schema's name: "list of ".</param>
/// <param name="Schema">The schema that it is; null where its words say all.</param>
/// <param name="After">Behind it: "or null".</param>
/// <param name="Limits">What is allowed; null where anything is.</param>
public sealed record ApiType(string Before, string? Schema, string After, string? Limits)
{
    internal static ApiType Of(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference reference) return new("", reference.Reference.Id, "", null);
        if (schema.OneOf is { Count: > 0 } either)
        {
            var one = Of(either.First(s => s.Type is not JsonSchemaType.Null));
            return either.Any(s => s.Type is JsonSchemaType.Null) ? one with { After = one.After + " or null" } : one;
        }
        var nullable = schema.Type?.HasFlag(JsonSchemaType.Null) == true ? " or null" : "";
        switch (schema.Type & ~JsonSchemaType.Null)
        {
            case JsonSchemaType.Array when schema.Items is { } items:
                var item = Of(items);
                return new("list of " + item.Before, item.Schema, item.After + nullable, item.Limits);
            case JsonSchemaType.Object when schema.AdditionalProperties is { } values:
                var value = Of(values);
                return new("by name, " + value.Before, value.Schema, value.After + nullable, value.Limits);
            default:
                return new(Word(schema), null, nullable, LimitsOf(schema));
        }
    }

    public override string ToString() => Before + Schema + After;

    private static string Word(IOpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.Integer => "whole number",
        JsonSchemaType.Number => "number",
        JsonSchemaType.Boolean => "true or false",
        JsonSchemaType.Object => "object",
        JsonSchemaType.String => schema.Format is "date-time" ? "text, a time" : "text",
        _ => "any value",
    };

    private static string? LimitsOf(IOpenApiSchema schema)
    {
        if (schema.Enum is { Count: > 0 } words) return string.Join(", ", words.Where(w => w is not null && !w.IsJsonNullSentinel()).Select(Plain));
        if (schema.MaxLength is { } letters) return $"at most {letters:#,0} characters";
        return (schema.Minimum, schema.Maximum) switch
        {
            ({ } least, { } most) => $"{Grouped(least)} to {Grouped(most)}",
            ({ } least, null) => $"{Grouped(least)} or more",
            (null, { } most) => $"at most {Grouped(most)}",
            _ => null,
        };
    }

    private static string Grouped(string number) => long.TryParse(number, out var whole) ? $"{whole:#,0}" : number;

    internal static string Plain(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? "";
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>A part of an address as the description of the API tells it. Ranges, words and defaults come from the code that holds requests to them, and are written nowhere else.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Means">In a sentence.</param>
/// <param name="Example">A value that works with the route's other examples.</param>
public sealed record Parameter(string Name, string Means, string Example)
{
    /// <summary>A whole number; else a text.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The least number that is taken; null for any.</summary>
    public long? Least { get; init; }

    /// <summary>The greatest number, or of a text the most letters; null for any.</summary>
    public long? Most { get; init; }

    /// <summary>The only words that are taken; empty for any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What stands in where it is left out; null where nothing does, or where it depends.</summary>
    public string? Default { get; init; }

    public bool Required { get; init; }

    /// <summary>May be given again for more values; those of the example are parted by commas.</summary>
    public bool Several { get; init; }

    /// <summary>Stands in the example of the route, without being required.</summary>
    public bool Shown { get; init; }

    /// <summary>Marks it so in the document.</summary>
    public const string InExample = "x-in-example";

    internal OpenApiParameter Of(ParameterLocation place)
    {
        var one = new OpenApiSchema
        {
            Type = IsWhole ? JsonSchemaType.Integer : JsonSchemaType.String, Format = IsWhole ? "int32" : null,
            Minimum = IsWhole ? Least?.ToString(CultureInfo.InvariantCulture) : null, Maximum = IsWhole ? Most?.ToString(CultureInfo.InvariantCulture) : null, MaxLength = IsWhole ? null : (int?)Most,
            Enum = Allowed.Count == 0 ? null : [.. Allowed.Select(a => Node(a))], Default = Default is null ? null : Node(Default),
        };
        var told = new OpenApiParameter
        {
            Name = Name, In = place, Description = Means, Required = Required || place is ParameterLocation.Path, Example = Several ? new JsonArray([.. Example.Split(',').Select(Node)]) : Node(Example),
            Schema = Several ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one, Explode = true,
        };
        if (Shown) told.Extensions = new Dictionary<string, IOpenApiExtension> { [InExample] = new JsonNodeExtension(JsonValue.Create(true)) };
        return told;
    }

    private JsonNode Node(string text) => IsWhole ? JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)) : JsonValue.Create(text);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Publishing.Schema;

/// <summary>schema.org writes its names in camel case, which no document of our own does: hence a context of its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SchemaGraph))]
internal sealed partial class SchemaJson : JsonSerializerContext
{
    /// <summary>For a block of data in a page. The encoder writes <c>&lt;</c> as an escape, so no name can end the block.</summary>
    public static IHtmlContent Block(IReadOnlyList<SchemaThing> things) =>
        new HtmlString($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(new SchemaGraph(things), Default.SchemaGraph)}</script>");
}

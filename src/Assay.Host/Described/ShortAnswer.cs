using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>
/// A real answer short enough to be read: of every list the first thing, of every table of names the first two. Fields stay, so that it still is as its schema says.
/// </summary>
internal static class ShortAnswer
{
    private const int Things = 1, Names = 2;

    public static JsonNode? Of(JsonNode? answer, IOpenApiSchema? schema)
    {
        var form = schema?.OneOf?.FirstOrDefault(s => s.Type is not JsonSchemaType.Null) ?? schema;
        switch (answer)
        {
            case JsonArray all:
                return new JsonArray([.. all.Take(Things).Select(one => Of(one, form?.Items))]);
            case JsonObject thing:
                IEnumerable<KeyValuePair<string, JsonNode?>> named = form?.Properties is { Count: > 0 } ? thing : thing.Take(Names);
                return new JsonObject(named.Select(f => KeyValuePair.Create(f.Key, Of(f.Value, form?.Properties?.TryGetValue(f.Key, out var field) == true ? field : form?.AdditionalProperties))));
            default:
                return answer?.DeepClone();
        }
    }
}

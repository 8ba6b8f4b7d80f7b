using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Assay.Host.Web;

/// <summary>Lists whose items may be null, such as the results of a model that has none: the exporter of schemas does not see it.</summary>
internal static class NullableItems
{
    public static JsonNode Allow(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject thing && thing["items"] is JsonObject items && context.PropertyInfo?.AttributeProvider is PropertyInfo property && Are(property) && items["type"] is JsonValue type)
            items["type"] = new JsonArray(type.DeepClone(), "null");
        return schema;
    }

    public static bool Are(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } && new NullabilityInfoContext().Create(property).GenericTypeArguments is [.., { ReadState: NullabilityState.Nullable }];
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Labels;

namespace Assay.Adapters.Engines;

/// <summary>JSON of replies and of what goes between parent and child.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EngineRequest))]
[JsonSerializable(typeof(EngineAnswer))]
[JsonSerializable(typeof(FoundThing[]))]
[JsonSerializable(typeof(RankedLabel[]))]
internal sealed partial class EngineJson : JsonSerializerContext
{
    /// <summary>For replies, which people read: letters stand as they are.</summary>
    public static EngineJson Plain { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

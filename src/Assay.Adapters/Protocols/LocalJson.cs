using System.Text.Json.Serialization;
using Assay.Adapters.Engines;

namespace Assay.Adapters.Protocols;

/// <summary>What a record of a local call keeps as its request; the image is named by its hash.</summary>
internal sealed record LocalCall(string Model, string Task, LocalImage Image, double? MinScore);

internal sealed record LocalImage(string Sha256, string MediaType, int Width, int Height);

/// <summary>What it keeps as its reply: the text, and of ocr the lines with their places.</summary>
/// <param name="Milliseconds">Of the work alone.</param>
/// <param name="MemoryBytes">Resident memory of the engine's process afterwards.</param>
internal sealed record LocalAnswer(string Text, IReadOnlyList<EngineLine>? Lines, double Milliseconds, long MemoryBytes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LocalCall))]
[JsonSerializable(typeof(LocalAnswer))]
internal sealed partial class LocalJson : JsonSerializerContext;

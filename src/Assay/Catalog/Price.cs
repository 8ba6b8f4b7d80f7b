using Assay.Units;

namespace Assay.Catalog;

/// <summary>A component of a price list and the unit it is counted in.</summary>
public sealed class PriceKind(string name, string label, PriceUnit unit)
{
    public string Name { get; } = name;
    public string Label { get; } = label;
    public PriceUnit Unit { get; } = unit;

    public static readonly PriceKind Input = new("input", "Input", PriceUnit.MillionTokens);
    public static readonly PriceKind Output = new("output", "Output", PriceUnit.MillionTokens);
    public static readonly PriceKind CacheRead = new("cache_read", "Cache read", PriceUnit.MillionTokens);
    public static readonly PriceKind CacheWrite = new("cache_write", "Cache write", PriceUnit.MillionTokens);
    public static readonly PriceKind CacheWriteHour = new("cache_write_1h", "Cache write, 1 hour", PriceUnit.MillionTokens);
    public static readonly PriceKind BatchInput = new("batch_input", "Batch input", PriceUnit.MillionTokens);
    public static readonly PriceKind BatchOutput = new("batch_output", "Batch output", PriceUnit.MillionTokens);
    public static readonly PriceKind Reasoning = new("reasoning", "Reasoning tokens", PriceUnit.MillionTokens);
    public static readonly PriceKind AudioInput = new("audio_input", "Audio input", PriceUnit.MillionTokens);
    public static readonly PriceKind AudioOutput = new("audio_output", "Audio output", PriceUnit.MillionTokens);
    public static readonly PriceKind ImageInput = new("image_input", "Image tokens", PriceUnit.MillionTokens);
    public static readonly PriceKind PerImage = new("per_image", "Per image", PriceUnit.Image);
    public static readonly PriceKind PerRequest = new("per_request", "Per request", PriceUnit.Request);

    public static IReadOnlyList<PriceKind> All { get; } =
    [
        Input, Output, CacheRead, CacheWrite, CacheWriteHour, BatchInput, BatchOutput, Reasoning, AudioInput, AudioOutput, ImageInput, PerImage, PerRequest,
    ];

    private static readonly Dictionary<string, PriceKind> ByName = All.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public static PriceKind? Find(string name) => ByName.GetValueOrDefault(name);

    public override string ToString() => Name;
}

/// <summary>
/// One price of an offer: what for, from how many input tokens in a request on (null: the base price), and the fact.
/// </summary>
public sealed record PriceComponent(PriceKind Kind, long? Above, Fact<UnitPrice> Price);

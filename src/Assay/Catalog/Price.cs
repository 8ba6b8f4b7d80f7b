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
    public static readonly PriceKind BatchCacheRead = new("batch_cache_read", "Batch cache read", PriceUnit.MillionTokens);
    public static readonly PriceKind BatchCacheWrite = new("batch_cache_write", "Batch cache write", PriceUnit.MillionTokens);
    public static readonly PriceKind Reasoning = new("reasoning", "Reasoning tokens", PriceUnit.MillionTokens);
    public static readonly PriceKind AudioInput = new("audio_input", "Audio input", PriceUnit.MillionTokens);
    public static readonly PriceKind AudioOutput = new("audio_output", "Audio output", PriceUnit.MillionTokens);
    public static readonly PriceKind AudioCacheRead = new("audio_cache_read", "Audio cache read", PriceUnit.MillionTokens);
    public static readonly PriceKind ImageInput = new("image_input", "Image tokens", PriceUnit.MillionTokens);
    public static readonly PriceKind ImageCacheRead = new("image_cache_read", "Image cache read", PriceUnit.MillionTokens);
    public static readonly PriceKind ImageOutput = new("image_output", "Image output tokens", PriceUnit.MillionTokens);
    public static readonly PriceKind FineTuning = new("fine_tuning", "Fine-tuning", PriceUnit.MillionTokens);
    public static readonly PriceKind PerImage = new("per_image", "Per image", PriceUnit.Image);
    public static readonly PriceKind PerOutputImage = new("per_output_image", "Per image made", PriceUnit.Image);
    public static readonly PriceKind PerRequest = new("per_request", "Per request", PriceUnit.Request);
    public static readonly PriceKind PerSecond = new("per_second", "Per second of use", PriceUnit.Second);
    public static readonly PriceKind AudioInputSecond = new("per_second_audio_input", "Audio input, a second", PriceUnit.Second);
    public static readonly PriceKind AudioOutputSecond = new("per_second_audio_output", "Audio output, a second", PriceUnit.Second);
    public static readonly PriceKind VideoInputSecond = new("per_second_video_input", "Video input, a second", PriceUnit.Second);
    public static readonly PriceKind VideoOutputSecond = new("per_second_video_output", "Video output, a second", PriceUnit.Second);
    public static readonly PriceKind InputCharacters = new("input_characters", "Input, by characters", PriceUnit.MillionCharacters);
    public static readonly PriceKind OutputCharacters = new("output_characters", "Output, by characters", PriceUnit.MillionCharacters);
    public static readonly PriceKind PerPage = new("per_page", "Per page", PriceUnit.Page);
    public static readonly PriceKind PerWebSearch = new("per_web_search", "Per web search", PriceUnit.ToolCall);
    public static readonly PriceKind PerSmallWebSearch = new("per_web_search_low", "Per web search, little context", PriceUnit.ToolCall);
    public static readonly PriceKind PerLargeWebSearch = new("per_web_search_high", "Per web search, much context", PriceUnit.ToolCall);
    public static readonly PriceKind PerFileSearch = new("per_file_search", "Per file search", PriceUnit.ToolCall);

    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<PriceKind> All { get; } =
    [
        Input, Output, CacheRead, CacheWrite, CacheWriteHour, BatchInput, BatchOutput, BatchCacheRead, BatchCacheWrite, Reasoning,
        AudioInput, AudioOutput, AudioCacheRead, ImageInput, ImageCacheRead, ImageOutput, FineTuning, PerImage, PerOutputImage, PerRequest,
        PerSecond, AudioInputSecond, AudioOutputSecond, VideoInputSecond, VideoOutputSecond, InputCharacters, OutputCharacters, PerPage,
        PerWebSearch, PerSmallWebSearch, PerLargeWebSearch, PerFileSearch,
    ];

    private static readonly Dictionary<string, PriceKind> ByName = All.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public static PriceKind? Find(string name) => ByName.GetValueOrDefault(name);

    public override string ToString() => Name;
}

/// <summary>One price of an offer.</summary>
/// <param name="Kind">What is paid for.</param>
/// <param name="When">Which requests pay it; <see cref="PriceCondition.Always"/> is the base price.</param>
/// <param name="Price">The fact.</param>
public sealed record PriceComponent(PriceKind Kind, PriceCondition When, Fact<UnitPrice> Price)
{
    /// <summary>Reads the name of a property: <c>price.input>200000</c>; false where it names no price.</summary>
    internal static bool TryRead(Property property, out PriceKind kind, out PriceCondition when)
    {
        (kind, when) = (PriceKind.Input, PriceCondition.Always);
        const string prefix = "price.";
        if (!property.Name.StartsWith(prefix, StringComparison.Ordinal)) return false;
        var end = property.Name.IndexOfAny(['>', '@']) is var mark and >= 0 ? mark : property.Name.Length;
        if (PriceKind.Find(property.Name[prefix.Length..end]) is not { } found) return false;
        kind = found;
        return PriceCondition.TryParse(property.Name.AsSpan(end), out when);
    }
}

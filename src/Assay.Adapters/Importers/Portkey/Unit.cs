using Assay.Catalog;

namespace Assay.Adapters.Importers.Portkey;

/// <summary>What a key with a price stands for. Portkey's README: prices are US cents, for a token or for the unit that the key names.</summary>
internal static class Unit
{
    private const int CentsPerToken = 4;
    private const int Cents = -2;

    private static readonly Dictionary<string, (PriceKind Kind, int Places)> Known = new(StringComparer.Ordinal)
    {
        ["request_token"] = (PriceKind.Input, CentsPerToken), ["response_token"] = (PriceKind.Output, CentsPerToken), ["request_text_token"] = (PriceKind.Input, CentsPerToken),
        ["response_text_token"] = (PriceKind.Output, CentsPerToken), ["cache_read_input_token"] = (PriceKind.CacheRead, CentsPerToken),
        ["cache_read_text_input_token"] = (PriceKind.CacheRead, CentsPerToken), ["cached_text_input_token"] = (PriceKind.CacheRead, CentsPerToken),
        ["cache_write_input_token"] = (PriceKind.CacheWrite, CentsPerToken), ["cache_write_1h"] = (PriceKind.CacheWriteHour, CentsPerToken),
        ["request_audio_token"] = (PriceKind.AudioInput, CentsPerToken), ["response_audio_token"] = (PriceKind.AudioOutput, CentsPerToken),
        ["cache_read_audio_input_token"] = (PriceKind.AudioCacheRead, CentsPerToken), ["request_image_token"] = (PriceKind.ImageInput, CentsPerToken),
        ["response_image_token"] = (PriceKind.ImageOutput, CentsPerToken), ["cache_read_image_input_token"] = (PriceKind.ImageCacheRead, CentsPerToken),
        ["cached_image_input_token"] = (PriceKind.ImageCacheRead, CentsPerToken), ["reasoning_token"] = (PriceKind.Reasoning, CentsPerToken),
        ["thinking_token"] = (PriceKind.Reasoning, CentsPerToken), ["embedding_text_token"] = (PriceKind.Input, CentsPerToken), ["embedding_image_token"] = (PriceKind.ImageInput, CentsPerToken),
        ["web_search"] = (PriceKind.PerWebSearch, Cents), ["search"] = (PriceKind.PerWebSearch, Cents), ["web_search_low_context"] = (PriceKind.PerSmallWebSearch, Cents),
        ["web_search_medium_context"] = (PriceKind.PerWebSearch, Cents), ["web_search_high_context"] = (PriceKind.PerLargeWebSearch, Cents),
        ["file_search"] = (PriceKind.PerFileSearch, Cents), ["video_seconds"] = (PriceKind.VideoOutputSecond, Cents), ["generated_images"] = (PriceKind.PerOutputImage, Cents),
    };

    private static readonly Dictionary<PriceKind, PriceKind> Batches = new()
    {
        [PriceKind.Input] = PriceKind.BatchInput, [PriceKind.Output] = PriceKind.BatchOutput,
        [PriceKind.CacheRead] = PriceKind.BatchCacheRead, [PriceKind.CacheWrite] = PriceKind.BatchCacheWrite,
    };

    /// <summary>Kind of price and places that the point moves; null for what no kind stands for.</summary>
    public static (PriceKind Kind, int Places)? Of(string key, bool batch)
    {
        if (!Known.TryGetValue(key, out var unit)) return null;
        if (!batch) return unit;
        return Batches.TryGetValue(unit.Kind, out var kind) ? (kind, unit.Places) : null;
    }

    /// <summary>Of one image made.</summary>
    public static (PriceKind Kind, int Places) Image => (PriceKind.PerOutputImage, Cents);

    /// <summary>Of one second of video made.</summary>
    public static (PriceKind Kind, int Places) Video => (PriceKind.VideoOutputSecond, Cents);

    /// <summary>Of one request.</summary>
    public static (PriceKind Kind, int Places) Request => (PriceKind.PerRequest, Cents);

    /// <summary>Of a token trained on.</summary>
    public static (PriceKind Kind, int Places) Training => (PriceKind.FineTuning, CentsPerToken);
}

using Assay.Catalog;

namespace Assay.Adapters.Importers.Langfuse;

/// <summary>
/// Langfuse's kinds of usage. Each client library has its own words for the same tokens, so that an entry prices several of them alike.
/// All are US dollars, for a token or for the use that the word names.
/// </summary>
internal static class Usage
{
    private static readonly Dictionary<string, PriceKind> Kinds = Table(
        (PriceKind.Input, "input input_tokens input_text input_text_tokens input_modality_1 prompt_token_count promptTokenCount"),
        (PriceKind.Output, "output output_tokens output_text output_text_tokens output_modality_1 candidates_token_count candidatesTokenCount"),
        (PriceKind.CacheRead, "input_cached_tokens input_cache_read cache_read_input_tokens cached_content_token_count input_cached_text_tokens"),
        (PriceKind.CacheWrite, "input_cache_creation cache_creation_input_tokens input_cache_creation_5m cache_write_tokens"),
        (PriceKind.CacheWriteHour, "input_cache_creation_1h"),
        (PriceKind.Reasoning, "output_reasoning_tokens output_reasoning reasoning_tokens thoughts_token_count thoughtsTokenCount"),
        (PriceKind.AudioInput, "input_audio input_audio_tokens"),
        (PriceKind.AudioOutput, "output_audio output_audio_tokens"),
        (PriceKind.AudioCacheRead, "input_cached_audio_tokens"),
        (PriceKind.ImageInput, "input_image"),
        (PriceKind.PerWebSearch, "grounding_queries groundingQueries web_search_queries webSearchQueries"));

    public static PriceKind? Of(string key) => Kinds.GetValueOrDefault(key);

    /// <summary>From the source's unit to ours.</summary>
    public static int Places(PriceKind kind) => kind == PriceKind.PerWebSearch ? 0 : 6;

    private static Dictionary<string, PriceKind> Table(params (PriceKind Kind, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(word => (word, r.Kind))).ToDictionary(r => r.word, r => r.Kind, StringComparer.Ordinal);
}

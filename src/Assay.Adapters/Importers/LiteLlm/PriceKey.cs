using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Catalog;

namespace Assay.Adapters.Importers.LiteLlm;

/// <summary>
/// What a key with a price means: a component, then what narrows it: <c>cache_read_input_token_cost_above_272k_tokens_priority</c>.
/// </summary>
/// <param name="Kind">What is paid for.</param>
/// <param name="Places">From the source's unit to ours: 6 from a token to a million tokens.</param>
/// <param name="When">Which requests pay it.</param>
/// <param name="Tier">The service tier, an offer of its own; null: the offer itself.</param>
internal sealed partial record PriceKey(PriceKind Kind, int Places, PriceCondition When, string? Tier)
{
    private static readonly Dictionary<string, (PriceKind Kind, int Places)> Components = new(StringComparer.Ordinal)
    {
        ["input_cost_per_token"] = (PriceKind.Input, 6), ["output_cost_per_token"] = (PriceKind.Output, 6), ["output_cost_per_reasoning_token"] = (PriceKind.Reasoning, 6),
        ["cache_read_input_token_cost"] = (PriceKind.CacheRead, 6), ["input_cost_per_token_cache_hit"] = (PriceKind.CacheRead, 6),
        ["cache_creation_input_token_cost"] = (PriceKind.CacheWrite, 6), ["cache_creation_input_token_cost_above_1hr"] = (PriceKind.CacheWriteHour, 6),
        ["input_cost_per_audio_token"] = (PriceKind.AudioInput, 6), ["output_cost_per_audio_token"] = (PriceKind.AudioOutput, 6),
        ["cache_read_input_audio_token_cost"] = (PriceKind.AudioCacheRead, 6), ["input_cost_per_image_token"] = (PriceKind.ImageInput, 6),
        ["output_cost_per_image_token"] = (PriceKind.ImageOutput, 6), ["input_cost_per_image"] = (PriceKind.PerImage, 0), ["output_cost_per_image"] = (PriceKind.PerOutputImage, 0),
        ["input_cost_per_character"] = (PriceKind.InputCharacters, 6), ["output_cost_per_character"] = (PriceKind.OutputCharacters, 6),
        ["input_cost_per_second"] = (PriceKind.PerSecond, 0), ["output_cost_per_second"] = (PriceKind.PerSecond, 0),
        ["input_cost_per_audio_per_second"] = (PriceKind.AudioInputSecond, 0), ["input_cost_per_video_per_second"] = (PriceKind.VideoInputSecond, 0),
        ["output_cost_per_video_per_second"] = (PriceKind.VideoOutputSecond, 0), ["input_cost_per_query"] = (PriceKind.PerRequest, 0),
        ["input_cost_per_request"] = (PriceKind.PerRequest, 0), ["ocr_cost_per_page"] = (PriceKind.PerPage, 0), ["file_search_cost_per_1k_calls"] = (PriceKind.PerFileSearch, -3),
    };

    /// <summary>Components that mean something else in entries of one mode.</summary>
    private static readonly Dictionary<(string Key, string Mode), PriceKind> ByMode = new()
    {
        [("input_cost_per_second", "audio_transcription")] = PriceKind.AudioInputSecond, [("output_cost_per_second", "audio_transcription")] = PriceKind.AudioInputSecond,
        [("output_cost_per_second", "audio_speech")] = PriceKind.AudioOutputSecond, [("output_cost_per_second", "video_generation")] = PriceKind.VideoOutputSecond,
    };

    private static readonly Dictionary<PriceKind, PriceKind> Batches = new()
    {
        [PriceKind.Input] = PriceKind.BatchInput, [PriceKind.Output] = PriceKind.BatchOutput,
        [PriceKind.CacheRead] = PriceKind.BatchCacheRead, [PriceKind.CacheWrite] = PriceKind.BatchCacheWrite,
    };

    /// <summary>The meaning of a key; null for what is no price, or no kind of price that we know.</summary>
    public static PriceKey? Read(string key, string? mode)
    {
        var (rest, tier, batch, above) = (key, (string?)null, false, (long?)null);
        while (!Components.ContainsKey(rest))
        {
            var narrowing = Narrowing().Match(rest);
            if (!narrowing.Success) return null;
            rest = rest[..narrowing.Index];
            if (narrowing.Groups["tier"] is { Success: true, Value: var named }) tier = named;
            else if (narrowing.Groups["k"] is { Success: true, Value: var thousands } && int.TryParse(thousands, NumberStyles.None, CultureInfo.InvariantCulture, out var k)) above = k * 1000L;
            else batch = true;
        }
        var (kind, places) = Components[rest];
        if (mode is not null && ByMode.TryGetValue((rest, mode), out var other)) kind = other;
        if (batch && !Batches.TryGetValue(kind, out kind!)) return null;
        return new(kind, places, new(above), tier);
    }

    [GeneratedRegex(@"(_above_(?<k>[1-9][0-9]{0,5})k_tokens|_(?<tier>priority|flex)|_batches)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Narrowing();
}

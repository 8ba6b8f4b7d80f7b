using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>
/// Tokens of one model. For some providers Inspect counts what was read from a cache into the input, for others beside it; the total tells which.
/// </summary>
internal static class InspectUsage
{
    public static Usage? Of(JsonElement usage)
    {
        if (usage.Count("input_tokens") is not { } input || usage.Count("output_tokens") is not { } output || input + output == 0) return null;
        var (read, written) = (usage.Count("input_tokens_cache_read"), usage.Count("input_tokens_cache_write"));
        var beside = (read ?? 0) + (written ?? 0);
        return new()
        {
            Origin = UsageOrigin.Reported,
            Input = usage.Count("total_tokens") == input + output + beside ? input + beside : input,
            Output = output,
            Reasoning = usage.Count("reasoning_tokens"),
            CacheRead = read,
            CacheWrite = written,
        };
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Assay.Adapters.Protocols;

/// <summary>How long a provider asks to wait, in any of the ways that providers do.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary><c>retry-after-ms</c>, or <c>Retry-After</c> in seconds (fractions too) or as a date; null where neither says.</summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (First(headers, "retry-after-ms") is { } ms && double.TryParse(ms, NumberStyles.Float, CultureInfo.InvariantCulture, out var count)) return Bounded(count / 1000);
        if (First(headers, "Retry-After") is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)) return Bounded(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Bounded((date - now).TotalSeconds) : null;
    }

    /// <summary>The <c>retryDelay</c> ("34s") that Google puts among the details of an error.</summary>
    public static TimeSpan? InDetails(JsonElement error)
    {
        if (error.ValueKind is not JsonValueKind.Object || !error.TryGetProperty("details", out var details) || details.ValueKind is not JsonValueKind.Array) return null;
        foreach (var detail in details.EnumerateArray())
        {
            if (detail.ValueKind is JsonValueKind.Object && detail.TryGetProperty("retryDelay", out var delay) && delay.ValueKind is JsonValueKind.String
                && double.TryParse(delay.GetString()!.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)) return Bounded(seconds);
        }
        return null;
    }

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;

    private static TimeSpan? Bounded(double seconds) => double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}

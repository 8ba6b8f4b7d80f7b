using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.GenaiPrices;

/// <summary>When a price list applies.</summary>
/// <param name="Start">First day; null: not told.</param>
/// <param name="Hours">Hours of every day; null: all.</param>
internal sealed record Constraint(DateOnly? Start, DailyHours? Hours)
{
    /// <summary>Null when it cannot be read.</summary>
    public static Constraint? Read(JsonElement conditional)
    {
        if (!conditional.TryGetProperty("constraint", out var constraint) || constraint.ValueKind is JsonValueKind.Null) return new(null, null);
        if (constraint.ValueKind is not JsonValueKind.Object) return null;
        var keys = constraint.EnumerateObject().Select(p => p.Name).Where(n => n != "type").Order(StringComparer.Ordinal).ToArray();
        if (keys is ["start_date"]) return Day(constraint.GetProperty("start_date")) is { } day ? new(day, null) : null;
        if (keys is not ["end_time", "start_time"]) return null;
        return Clock(constraint.GetProperty("start_time")) is { } from && Clock(constraint.GetProperty("end_time")) is { } to ? new(null, new(from, to)) : null;
    }

    private static DateOnly? Day(JsonElement text) =>
        text.ValueKind is JsonValueKind.String && DateOnly.TryParseExact(text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    /// <summary>Whole minutes of UTC: 00:30:00Z.</summary>
    private static TimeOnly? Clock(JsonElement text) =>
        text.ValueKind is JsonValueKind.String && TimeOnly.TryParseExact(text.GetString(), "HH:mm':00Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

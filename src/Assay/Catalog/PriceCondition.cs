using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Units;

namespace Assay.Catalog;

/// <summary>Which requests pay a price.</summary>
/// <param name="Above">Requests with more input tokens than this; null: of any length.</param>
/// <param name="Hours">Requests begun in these hours of the day; null: at any hour.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PriceCondition(long? Above, DailyHours? Hours = null)
{
    /// <summary>No condition: the base price.</summary>
    public static readonly PriceCondition Always;

    /// <summary>Behind the kind in the name of a property: <c>&gt;200000</c>, <c>@16:30-00:30</c>, both or nothing.</summary>
    public string Suffix => (Above is { } above ? string.Create(CultureInfo.InvariantCulture, $">{above}") : "") + (Hours is { } hours ? $"@{hours}" : "");

    /// <summary>For people: "above 200K input tokens", "from 16:30 to 00:30 UTC", or empty.</summary>
    public string Label
    {
        get
        {
            var length = Above is { } above ? $"above {Format.Count(above)} input tokens" : "";
            var time = Hours is { } hours ? $"from {hours.From:HH\\:mm} to {hours.To:HH\\:mm} UTC" : "";
            return length.Length > 0 && time.Length > 0 ? $"{length}, {time}" : length + time;
        }
    }

    /// <summary>Reads a <see cref="Suffix"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> suffix, out PriceCondition condition)
    {
        condition = Always;
        DailyHours? hours = null;
        if (suffix.IndexOf('@') is var at and >= 0)
        {
            if (!DailyHours.TryParse(suffix[(at + 1)..], out var read)) return false;
            hours = read;
            suffix = suffix[..at];
        }
        if (suffix.IsEmpty)
        {
            condition = new(null, hours);
            return true;
        }
        if (suffix[0] != '>' || !long.TryParse(suffix[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var above)) return false;
        condition = new(above, hours);
        return true;
    }
}

/// <summary>A span of hours of every day, UTC; it may pass midnight. <see cref="To"/> is no longer in it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DailyHours(TimeOnly From, TimeOnly To)
{
    public override string ToString() => $"{From:HH\\:mm}-{To:HH\\:mm}";

    /// <summary>Reads <c>16:30-00:30</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DailyHours hours)
    {
        hours = default;
        if (text.Length != 11 || text[5] != '-') return false;
        if (!TryRead(text[..5], out var from) || !TryRead(text[6..], out var to)) return false;
        hours = new(from, to);
        return true;
    }

    private static bool TryRead(ReadOnlySpan<char> text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}

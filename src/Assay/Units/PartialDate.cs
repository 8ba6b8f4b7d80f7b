using System.Globalization;

namespace Assay.Units;

/// <summary>
/// A date with the precision its source has: a year, a month or a day. A source that only knows
/// the year gives <c>2025</c>, and it is shown as 2025, never as 1 January.
/// Range: years 1 to 9999. <c>default</c> is not a date; <see cref="Year"/> is then 0.
/// </summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (month is null && day is not null)
            throw new ArgumentException("A day needs a month: give year, year and month, or all three.", nameof(day));
        // The constructor of DateOnly says precisely what is out of range.
        _ = new DateOnly(year, month ?? 1, day ?? 1);
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }
    public int? Month { get; }
    public int? Day { get; }

    /// <summary>The first day this date can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day this date can mean.</summary>
    public DateOnly Latest => (Month, Day) switch
    {
        (null, _) => new(Year, 12, 31),
        (int month, null) => new(Year, month, DateTime.DaysInMonth(Year, month)),
        (int month, int day) => new(Year, month, day),
    };

    /// <summary>Whether both can mean the same day: 2025-03 and 2025-03-13 agree, 2025-03 and 2025-04 do not.</summary>
    public bool AgreesWith(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>1 for a year, 2 for a month, 3 for a day.</summary>
    public int Precision => Day is not null ? 3 : Month is not null ? 2 : 1;

    public static PartialDate From(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2025</c>, <c>2025-03</c> or <c>2025-03-12</c>; anything else is false.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null) return false;
        var parts = text.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4) return false;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0 && parts[i].Length != 2) return false;
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] == 0) return false;
        }
        if (parts.Length > 1 && numbers[1] > 12) return false;
        if (parts.Length > 2 && numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1])) return false;
        date = new(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null);
        return true;
    }

    /// <exception cref="FormatException">Not a date; the message names the text and the three forms.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"'{text}' is not a date: write 2025, 2025-03 or 2025-03-12.");

    /// <summary>By first possible day; the less precise first.</summary>
    public int CompareTo(PartialDate other)
    {
        var byDay = Earliest.CompareTo(other.Earliest);
        return byDay != 0 ? byDay : Precision.CompareTo(other.Precision);
    }

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (int m, null) => $"{Year:0000}-{m:00}",
        (int m, int d) => $"{Year:0000}-{m:00}-{d:00}",
    };
}

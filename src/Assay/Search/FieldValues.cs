using System.Globalization;
using Assay.Units;

namespace Assay.Search;

/// <summary>Reads and writes the values of ordered fields, each kind in its own unit.</summary>
public static class FieldValues
{
    /// <summary>Reads 200K, $1, 30B, 24GB, 70% or 2025-06 as the field's kind means it.</summary>
    public static bool TryRead(FieldKind kind, string text, out Reading.Span span)
    {
        span = Reading.Span.At(0);
        if (kind is FieldKind.Date)
        {
            if (!PartialDate.TryParse(text, out var date)) return false;
            span = Of(date);
            return true;
        }
        var plain = Bare(kind, text);
        // A minus is a minus: no amount below zero can be met, so it is a slip.
        if (Amount.TryNumber(plain, out var number)) span = Reading.Span.At(number);
        else if (kind is not FieldKind.Score && Amount.TryCount(plain, out var count)) span = Reading.Span.At(count);
        else return false;
        return true;
    }

    private static string Bare(FieldKind kind, string text) => kind switch
    {
        FieldKind.Usd or FieldKind.Score when text.StartsWith('$') => text[1..],
        FieldKind.Score when text.EndsWith('%') => text[..^1],
        FieldKind.Gigabytes when text.EndsWith("GB", StringComparison.OrdinalIgnoreCase) => text[..^2],
        _ => text,
    };

    /// <summary>A date as the days it can mean.</summary>
    public static Reading.Span Of(PartialDate date) => new(date.Earliest.DayNumber, date.Latest.DayNumber);

    /// <summary>For people: 131K, $2.50, 2025-06.</summary>
    public static string Show(FieldKind kind, Reading.Span span) => kind switch
    {
        FieldKind.Date => Date(span).ToString(),
        FieldKind.Usd => Format.Usd(span.Low),
        FieldKind.Tokens or FieldKind.Parameters => Format.Count(span.Low),
        FieldKind.Gigabytes => Format.Exact(span.Low) + " GB",
        _ => Format.Exact(span.Low),
    };

    /// <summary>Exact, without separators, as it is read back: what a program or a filter needs.</summary>
    public static string Plain(FieldKind kind, Reading.Span span) =>
        kind is FieldKind.Date ? Date(span).ToString() : span.Low.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>What may be typed for a kind.</summary>
    public static string Example(FieldKind kind) => kind switch
    {
        FieldKind.Date => "2025, 2025-06 or 2025-06-30",
        FieldKind.Usd => "$1, 0.25 or 1.5K",
        FieldKind.Tokens => "200K, 1M or 131072",
        FieldKind.Parameters => "30B or 1.5T",
        FieldKind.Gigabytes => "24 or 24GB",
        FieldKind.Score => "70 or 70%",
        _ => "3",
    };

    private static PartialDate Date(Reading.Span span)
    {
        var (first, last) = (DateOnly.FromDayNumber((int)span.Low), DateOnly.FromDayNumber((int)span.High));
        return first == last ? PartialDate.From(first) : first.Month == last.Month ? new(first.Year, first.Month) : new(first.Year);
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace Assay.Evaluation.Answers;

/// <summary>
/// Digits with what parts them: 1,234.5 and 1 234,5 and 1'234 and 12,34,567 are one number each. A single point before three digits is a decimal point,
/// or else parts thousands; a single comma before three digits parts thousands, before others it is a decimal comma.
/// </summary>
internal static class Digitals
{
    // More do not fit into a decimal, and what is longer is a name.
    private const int MostDigits = 28;

    // What goes on beyond this is a list or a name; looking further each time would cost the square of its length.
    private const int Longest = 60;

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Reading(decimal? Value, decimal? OrElse, int End);

    /// <summary>Null where the digits are no number: too many of them, or parted as a version or an address is.</summary>
    public static Reading Read(string text, int start)
    {
        var end = start;
        var (first, last) = (-1, -1);
        var (count, digits) = (0, 0);
        var kinds = '\0';
        var mixed = false;
        while (end < text.Length && end - start < Longest)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                digits++;
                end++;
                continue;
            }
            var isFirst = end == start;
            if (!(isFirst ? text[end] == '.' : Parts(text, end, kinds))) break;
            mixed |= count > 0 && kinds != text[end];
            kinds = text[end];
            if (first < 0) first = end;
            last = end++;
            count++;
        }
        if (digits > MostDigits) return new(null, null, end);
        var all = text.AsSpan(start, end - start);
        if (count == 0) return new(Number(all), null, end);
        var after = end - last - 1;
        if (count == 1)
        {
            var whole = first - start;
            var grouped = after == 3 && whole is >= 1 and <= 3 && text[start] != '0';
            return kinds switch
            {
                '.' => new(Number(all), grouped ? Number(Bare(all)) : null, end),
                ',' when grouped => new(Number(Bare(all)), null, end),
                ',' => new(Number(text[start..end].Replace(',', '.')), null, end),
                _ => new(Number(Bare(all)), null, end),
            };
        }
        if (!mixed) return IsGrouped(text, start, end, kinds) ? new(Number(Bare(all)), null, end) : kinds == ',' ? new(Number(text.AsSpan(start, first - start)), null, first) : new(null, null, end);
        // The last sign is the decimal one, and stands once.
        var groups = text[start..last];
        if (kinds is not ('.' or ',') || groups.Contains(kinds, StringComparison.Ordinal) || !IsGrouped(text, start, last, text[first])) return new(null, null, end);
        return new(Number($"{Bare(groups)}.{text[(last + 1)..end]}"), null, end);
    }

    private static bool Parts(string text, int at, char kind)
    {
        var c = text[at];
        if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]) || !char.IsAsciiDigit(text[at - 1])) return false;
        if (c is ',' or '.') return true;
        // Others part only groups of exactly three, and nothing else between.
        if (c is not (' ' or '\'') || (kind != '\0' && kind != c)) return false;
        var from = at;
        while (from > 0 && char.IsAsciiDigit(text[from - 1])) from--;
        if (at - from is < 1 or > 3 || text[from] == '0' || (kind == '\0' && from > 0 && char.IsLetter(text[from - 1]))) return false;
        if (kind == '\0' && from > 1 && text[from - 1] is ' ' or '.' or ',' && char.IsAsciiDigit(text[from - 2])) return false;
        var to = at + 1;
        while (to < text.Length && char.IsAsciiDigit(text[to])) to++;
        return to - at == 4 && !(to < text.Length && (char.IsLetter(text[to]) || text[to] is '/' or ':'));
    }

    /// <summary>Groups of three after the first, or in the Indian way groups of two before the last three.</summary>
    private static bool IsGrouped(string text, int start, int end, char sign)
    {
        var parts = text[start..end].Split(sign);
        if (parts.Any(p => !p.All(char.IsAsciiDigit)) || parts[0].Length is < 1 or > 3 || parts[^1].Length != 3) return false;
        return parts.Skip(1).All(p => p.Length == 3) || (sign == ',' && parts[0].Length <= 2 && parts.Skip(1).SkipLast(1).All(p => p.Length == 2));
    }

    private static decimal? Number(ReadOnlySpan<char> text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Bare(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[64];
        var count = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c) && count < digits.Length) digits[count++] = c;
        return new(digits[..count]);
    }
}

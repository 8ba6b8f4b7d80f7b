using System.Buffers;
using System.Text;

namespace Assay.Units;

/// <summary>
/// Text of somebody else's without the characters that act instead of being read: those that steer a terminal, and those that turn the text
/// around them (U+202E). Breaks and tabs become a blank; the others, and half characters, become <c>�</c>, so that it shows that there was something.
/// </summary>
public static class Visible
{
    private const char Unreadable = '\ufffd';
    private const string Directions = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
    private const string Breaks = "\t\n\v\f\r\u0085\u2028\u2029";

    // Surrogates are looked at closely: most come in pairs, and are letters and signs like others.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7f, 0x21)).Concat(Enumerable.Range(0xd800, 0x800)).Select(i => (char)i), .. Directions, .. Breaks]);

    /// <summary>The same object where there is nothing to replace.</summary>
    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0) return text;
        var shown = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) shown.Append(c).Append(text[++i]);
            else shown.Append(Breaks.Contains(c, StringComparison.Ordinal) ? ' ' : Acts(c) ? Unreadable : c);
        }
        return shown.ToString();
    }

    /// <summary>Whether every character of it is there to be read.</summary>
    public static bool Is(string text) => text.AsSpan().IndexOfAny(Suspects) < 0 || string.Equals(Of(text), text, StringComparison.Ordinal);

    /// <summary>On one line, blanks single, and cut with <c>…</c> where it is longer than that.</summary>
    public static string Line(string text, int longest)
    {
        var line = string.Join(' ', Of(text.Length > longest * 5 ? text[..(longest * 5)] : text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : Of(line[..(longest - 1)]) + "…";
    }

    private static bool Acts(char c) => char.IsControl(c) || char.IsSurrogate(c) || Directions.Contains(c, StringComparison.Ordinal);
}

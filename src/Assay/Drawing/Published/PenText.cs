using System.Collections.Frozen;
using System.Text;
using Assay.Units;

namespace Assay.Drawing.Published;

/// <summary>Words as the pen can write them, in the room there is.</summary>
internal static class PenText
{
    // By hand: the program runs without the tables of the system, so that it is the same everywhere.
    private static readonly FrozenDictionary<char, char> Accented = new (char Plain, string Letters)[]
    {
        ('A', "ÀÁÂÃÄÅĀĄ"), ('C', "ÇĆČ"), ('D', "ĎĐ"), ('E', "ÈÉÊËĒĘĚ"), ('G', "Ğ"), ('I', "ÌÍÎÏĪİ"), ('L', "Ł"), ('N', "ÑŃŇ"), ('O', "ÒÓÔÕÖØŌŐ"), ('R', "Ř"), ('S', "ŚŞŠ"), ('T', "ŢŤ"), ('U', "ÙÚÛÜŪŮŰ"), ('Y', "ÝŸ"), ('Z', "ŹŻŽ"),
        ('a', "àáâãäåāą"), ('c', "çćč"), ('d', "ďđ"), ('e', "èéêëēęě"), ('g', "ğ"), ('i', "ìíîïīı"), ('l', "ł"), ('n', "ñńň"), ('o', "òóôõöøōő"), ('r', "ř"), ('s', "śşš"), ('t', "ţť"), ('u', "ùúûüūůű"), ('y', "ýÿ"), ('z', "źżž"),
    }.SelectMany(p => p.Letters.Select(letter => (letter, p.Plain))).ToFrozenDictionary(p => p.letter, p => p.Plain);

    /// <summary>Signs that the letters lack and that others stand for.</summary>
    private static string? Instead(char sign) => sign switch
    {
        '\u2212' or '\u2010' or '\u2011' => "-",
        '\u2014' => "–",
        '\u2018' or '\u2019' => "'",
        '\u201c' or '\u201d' => "\"",
        '\u2192' => "->",
        '\u2265' => ">=",
        '\u2264' => "<=",
        '\u00a0' or '\u202f' => " ",
        '\u00b1' => "+/-",
        'ß' => "ss",
        'æ' => "ae",
        _ => null,
    };

    /// <summary>Without accents; a letter of another script stays, and is drawn as a crossed box.</summary>
    public static string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in Visible.Of(text))
        {
            if (Sketch.CanWrite(c)) written.Append(c);
            else if (Instead(c) is { } other) written.Append(other);
            else if (!char.IsLowSurrogate(c)) written.Append(Accented.GetValueOrDefault(c, c));
        }
        return written.ToString();
    }

    /// <summary>The text, or as much of its beginning as has room, with <c>…</c>.</summary>
    public static string Fit(string text, double width, double size)
    {
        if (Sketch.TextWidth(text, size) <= width) return text;
        var length = text.Length;
        while (length > 1 && Sketch.TextWidth(text[..length].TrimEnd() + "…", size) > width) length--;
        return text[..length].TrimEnd() + "…";
    }

    /// <summary>The text on lines that break between words; what has no room on the last of them ends in <c>…</c>.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double size, int most)
    {
        var words = Writable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            var line = words[at++];
            while (at < words.Length && Sketch.TextWidth($"{line} {words[at]}", size) <= width) line += " " + words[at++];
            if (lines.Count + 1 == most && at < words.Length) return [.. lines, Ended(line, width, size)];
            lines.Add(Fit(line, width, size));
        }
        return lines;
    }

    private static string Ended(string line, double width, double size)
    {
        while (line.LastIndexOf(' ') is > 0 and var blank && Sketch.TextWidth(line + "…", size) > width) line = line[..blank];
        return Fit(line.TrimEnd(',', ';', ':', '.') + "…", width, size);
    }
}

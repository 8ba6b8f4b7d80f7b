using System.Globalization;

namespace Assay.Vision.Texts;

/// <summary>Two texts cut into parts, each part a number that is the same for equal parts of both.</summary>
internal sealed class TextParts
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private TextParts(string a, string b, Func<string, List<string>> cut)
    {
        (A, B) = (Number(cut(a)), Number(cut(b)));
    }

    public (IReadOnlyList<string> Texts, int[] Ids) A { get; }

    public (IReadOnlyList<string> Texts, int[] Ids) B { get; }

    /// <summary>How many different parts there are.</summary>
    public int Kinds => numbers.Count;

    /// <summary>Characters as a reader counts them: grapheme clusters of Unicode (UAX 29).</summary>
    public static TextParts Characters(string a, string b) => new(a, b, Graphemes);

    /// <summary>Runs between blanks; the blanks themselves are left out.</summary>
    public static TextParts Words(string a, string b) => new(a, b, t => [.. t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Words and the blanks between them, so that the parts together are the text.</summary>
    public static TextParts WordsAndBlanks(string a, string b) => new(a, b, Runs);

    private (IReadOnlyList<string>, int[]) Number(List<string> parts)
    {
        var ids = new int[parts.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!numbers.TryGetValue(parts[i], out ids[i])) numbers.Add(parts[i], ids[i] = numbers.Count);
        }
        return (parts, ids);
    }

    private static List<string> Graphemes(string text)
    {
        List<string> parts = new(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            parts.Add(text.Substring(at, length));
            at += length;
        }
        return parts;
    }

    private static List<string> Runs(string text)
    {
        List<string> parts = [];
        for (int from = 0, at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsWhiteSpace(text[at]) == char.IsWhiteSpace(text[from])) continue;
            parts.Add(text[from..at]);
            from = at;
        }
        return parts;
    }
}

namespace Assay.Evaluation.Answers;

/// <summary>Cuts a reply into sentences: at line ends, and at a full stop, question or exclamation mark before a blank.</summary>
internal static class Sentences
{
    private static readonly string[] Abbreviations = ["mr", "mrs", "ms", "dr", "st", "vs", "e.g", "i.e", "etc", "approx", "ca", "fig", "max", "min", "jr", "sr", "inc", "no"];

    /// <summary>The first that has a letter or digit, trimmed; empty where none has.</summary>
    public static string First(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var end = End(text, from);
            if (HasWords(text.AsSpan(from, end - from))) return text[from..end].Trim();
            from = end;
        }
        return "";
    }

    /// <summary>The last sentences in order, at most so many, none of the first if there are no more.</summary>
    public static List<string> Last(string text, int most)
    {
        // Looking back over a bounded tail keeps a reply of a megabyte as cheap as a short one.
        var from = Math.Max(0, text.Length - 4_000);
        List<string> all = [];
        while (from < text.Length)
        {
            var end = End(text, from);
            if (HasWords(text.AsSpan(from, end - from))) all.Add(text[from..end].Trim());
            from = end;
        }
        return all.Count <= most ? all : all[^most..];
    }

    /// <summary>Whether there is but one.</summary>
    public static bool IsOne(string text)
    {
        var end = End(text, 0);
        return end >= text.Length || !HasWords(text.AsSpan(end));
    }

    private static int End(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\n') return i + 1;
            if (text[i] is not ('.' or '!' or '?')) continue;
            var after = i + 1;
            while (after < text.Length && text[after] is '"' or '\'' or '*' or ')' or '_' or '.' or '!' or '?' && after - i < 8) after++;
            if (after >= text.Length) return text.Length;
            if (char.IsWhiteSpace(text[after]) && !(text[i] == '.' && IsAbbreviation(text, from, i) && after + 1 < text.Length)) return after;
        }
        return text.Length;
    }

    private static bool IsAbbreviation(string text, int from, int dot)
    {
        var start = dot;
        while (start > from && (char.IsLetter(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text.AsSpan(start, dot - start);
        // "No." begins a sentence as an answer; amid one it is a number's sign.
        if (start == from) return false;
        // A numeral that marks an item: "1. Cut" is one sentence.
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        foreach (var known in Abbreviations)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }
}

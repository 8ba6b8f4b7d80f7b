using System.Runtime.InteropServices;

namespace Assay.Evaluation.Answers;

/// <summary>A word of a passage.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Breaks">Whether punctuation that parts clauses stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(string Text, int Start, int End, bool Breaks);

/// <summary>Cuts plain text into words: letters, digits, and signs that belong to a word (10'2", C++, R&amp;D, n/a).</summary>
internal static class Tokens
{
    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "not", "no", "never", "neither", "nor", "without", "cannot", "unlike", "except", "excluding" };

    public static List<Token> Of(string text)
    {
        List<Token> tokens = [];
        var breaks = false;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text, i))
            {
                breaks |= text[i] is ',' or ';' or ':' or '.' or '!' or '?' or '(' or ')' or '\n' || (text[i] == '-' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]));
                i++;
                continue;
            }
            var from = i;
            while (i < text.Length && IsWord(text, i)) i++;
            tokens.Add(new(text[from..i].ToLowerInvariant(), from, i, breaks));
            breaks = false;
        }
        return tokens;
    }

    private static bool IsWord(string text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || c is '+' or '#' or '%' or '$' or '€' or '£' or '&' or '°' || char.IsSurrogate(c)) return true;
        var before = at > 0 && char.IsLetterOrDigit(text[at - 1]);
        var after = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
        return c switch
        {
            '\'' or '.' or ',' or '/' or '-' or ':' or '@' or '_' => before && after,
            '"' => before && char.IsDigit(text[at - 1]),
            _ => false,
        };
    }

    /// <summary>Whether the words from a place on are these.</summary>
    public static bool At(List<Token> tokens, int place, List<Token> words)
    {
        if (words.Count == 0 || place + words.Count > tokens.Count) return false;
        for (var i = 0; i < words.Count; i++)
            if (tokens[place + i].Text != words[i].Text) return false;
        return true;
    }

    public static bool IsDenial(string word) => Denials.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Whether what begins at a place is denied by the words before it in its clause: "not bolts", "rather than bolts", "isn't really bolts".</summary>
    public static bool IsDenied(List<Token> tokens, int place)
    {
        for (var i = place - 1; i >= 0 && i >= place - 4; i--)
        {
            if (tokens[i + 1].Breaks) return false;
            if (tokens[i].Text is "but" or "just" or "only" && i > 0 && IsDenial(tokens[i - 1].Text)) return false;
            if (tokens[i].Text is "but") return false;
            if (IsDenial(tokens[i].Text)) return true;
            if (tokens[i].Text is "than" or "of" && i > 0 && tokens[i - 1].Text is "rather" or "instead") return true;
        }
        return false;
    }
}

using System.Globalization;
using System.Text;
using Assay.Vision.Texts;

namespace Assay.Evaluation.Answers;

/// <summary>
/// What is made equal in two answers before they are compared: forms of one character, case, blanks, Markdown, the punctuation around words. Everything
/// within a word counts. Linear in the length of the text.
/// </summary>
internal static class AnswerText
{
    private const string Enders = ".,;:!?";
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>
    /// The part of NFKC that answers need, which the base library leaves out under invariant globalization: full-width forms, digits of every script,
    /// ligatures, accents put together; typographic quotes and dashes, the minus and × as ASCII. Superscripts stay: 5² is not 52.
    /// </summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case < '\u0080': plain.Append(c); break;
                case >= '\uff01' and <= '\uff5e': plain.Append((char)(c - 0xfee0)); break;
                case >= '\ufb00' and <= '\ufb06': plain.Append(Ligatures[c - '\ufb00']); break;
                case '‘' or '’' or '‚' or '‛' or '′' or '´': plain.Append('\''); break;
                case '“' or '”' or '„' or '‟' or '″' or '«' or '»': plain.Append('"'); break;
                case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−': plain.Append('-'); break;
                case '×': plain.Append('x'); break;
                case 'µ': plain.Append('μ'); break;
                case '…': plain.Append("..."); break;
                case '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff': break;
                default: plain.Append(char.IsWhiteSpace(c) ? c is '\u0085' or '\u2028' or '\u2029' ? '\n' : ' ' : CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c); break;
            }
        }
        return Accents.Compose(plain.ToString());
    }

    /// <summary>The form by which texts are compared; empty where nothing but punctuation is left.</summary>
    public static string Normal(string text) => WithoutArticle(Folded(text));

    /// <summary>As <see cref="Normal"/>, with a leading article left in place.</summary>
    public static string Folded(string text)
    {
        var plain = Plain(text).AsSpan().Trim();
        plain = Unwrapped(plain);
        var folded = new StringBuilder(plain.Length);
        var (blank, quote) = (false, '\0');
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.IsWhiteSpace(c) || IsEnd(plain, i))
            {
                blank = folded.Length > 0;
                continue;
            }
            if (c == '`' || c == '*' && IsEmphasis(plain, i) || c == '_' && IsEmphasis(plain, i)) continue;
            if (c is '"' or '\'' && (quote == c ? Closes(plain, i) : quote == '\0' && Opens(plain, i)))
            {
                quote = quote == c ? '\0' : c;
                continue;
            }
            if (blank) folded.Append(' ');
            blank = false;
            folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    public static string WithoutArticle(string folded)
    {
        var at = folded.StartsWith("the ", StringComparison.Ordinal) ? 4 : folded.StartsWith("an ", StringComparison.Ordinal) ? 3 : folded.StartsWith("a ", StringComparison.Ordinal) ? 2 : 0;
        return at == 0 || at == folded.Length ? folded : folded[at..];
    }

    /// <summary>Without quotes, brackets or emphasis around the whole.</summary>
    private static ReadOnlySpan<char> Unwrapped(ReadOnlySpan<char> text)
    {
        while (text.Length > 1)
        {
            var end = text[^1];
            var wrapped = text[0] switch
            {
                '"' => end == '"' && text.Count('"') != 3,
                '\'' => end == '\'' && !char.IsDigit(text[^2]),
                '(' => end == ')' && text.IndexOf(')') == text.Length - 1,
                '[' => end == ']' && text.IndexOf(']') == text.Length - 1,
                _ => false,
            };
            if (wrapped) text = text[1..^1].Trim();
            else return text;
        }
        return text;
    }

    /// <summary>Punctuation that ends a word: what follows is a blank, the end, or other signs that end one.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int at)
    {
        if (!Enders.Contains(text[at], StringComparison.Ordinal)) return false;
        if (at == 0 || char.IsWhiteSpace(text[at - 1])) return at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]);
        for (var next = at + 1; next < text.Length && next <= at + 8; next++)
        {
            if (char.IsWhiteSpace(text[next])) return true;
            if (!Enders.Contains(text[next], StringComparison.Ordinal) && text[next] is not ('"' or '\'' or '*' or '_' or ')' or '`')) return false;
        }
        return true;
    }

    /// <summary>A star or underscore with a word on one side only.</summary>
    private static bool IsEmphasis(ReadOnlySpan<char> text, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && text[from - 1] == text[at] && at - from < 3) from--;
        while (to + 1 < text.Length && text[to + 1] == text[at] && to - at < 3) to++;
        var before = from > 0 && char.IsLetterOrDigit(text[from - 1]);
        var after = to + 1 < text.Length && char.IsLetterOrDigit(text[to + 1]);
        return !(before && after);
    }

    private static bool Opens(ReadOnlySpan<char> text, int at) => (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '*') && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && text[(at + 1)..].IndexOf(text[at]) >= 0;

    private static bool Closes(ReadOnlySpan<char> text, int at) => at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
}

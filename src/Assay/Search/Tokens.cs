using System.Text;

namespace Assay.Search;

/// <summary>A piece of a question as typed.</summary>
/// <param name="Text">Without quotes.</param>
/// <param name="Quoted">It stood in quotes and so is a value, whatever it spells.</param>
internal readonly record struct Token(string Text, bool Quoted = false)
{
    public bool Is(string text) => !Quoted && Text.Equals(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cuts a question into words, signs, commas and brackets.</summary>
internal static class Tokens
{
    private const string Signs = "<>=≥≤≠!:";

    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i])) i++;
            else if (text[i] == '"') tokens.Add(new(Quotation(text, ref i), Quoted: true));
            else if (text[i] is ',' or ';' or '(' or ')') tokens.Add(new(text[i++] is ';' ? "," : text[i - 1].ToString()));
            else tokens.Add(new(Run(text, ref i)));
        }
        return tokens;
    }

    /// <summary>A value as it is read back: in quotes where it would else be cut.</summary>
    public static string Quoted(string value) =>
        value.Length > 0 && !value.Any(c => char.IsWhiteSpace(c) || c is '"' or ',' or ';' or '(' or ')' || IsSign(c)) ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Quotation(string text, ref int i)
    {
        var inner = new StringBuilder();
        for (i++; i < text.Length; i++)
        {
            if (text[i] != '"') inner.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') inner.Append(text[i++]);
            else break;
        }
        i++;
        return inner.ToString();
    }

    /// <summary>Signs together, or letters together; a comma inside 200,000 parts nothing.</summary>
    private static string Run(string text, ref int i)
    {
        var start = i;
        var sign = IsSign(text[i]);
        while (i < text.Length && IsSign(text[i]) == sign && !char.IsWhiteSpace(text[i]) && text[i] is not ('"' or ';' or '(' or ')') && (text[i] != ',' || IsThousands(text, i))) i++;
        return text[start..i];
    }

    private static bool IsSign(char c) => Signs.Contains(c, StringComparison.Ordinal);

    private static bool IsThousands(string text, int comma) =>
        comma > 0 && char.IsAsciiDigit(text[comma - 1]) && comma + 3 < text.Length && text.AsSpan(comma + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (comma + 4 == text.Length || !char.IsAsciiDigit(text[comma + 4]));
}

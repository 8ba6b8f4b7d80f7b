using System.Globalization;

namespace Assay.Vision.Replies;

/// <summary>
/// Reads what models write for JSON: also trailing and missing commas, single and curly quotes, bare keys, comments, <c>None</c>, <c>NaN</c>,
/// round brackets around numbers, and text that ends in the middle. Never throws; null where the text is nothing like it.
/// </summary>
internal sealed class LooseJson(string text, int start, int effort)
{
    private const int Deepest = 48;
    private const string Quotes = "\"'“”‘’";

    /// <summary>Where the value ended.</summary>
    public int End { get; private set; } = start;

    /// <summary>How many characters may still be looked at. Nested starts that lead nowhere would otherwise cost the square of the length.</summary>
    public int Effort { get; private set; } = effort;

    public LooseValue? Read() => Value(0);

    // A fence closes a block that the model did not finish.
    private bool AtEnd => End >= text.Length || Effort <= 0 || (text[End] == '`' && text.AsSpan(End).StartsWith("```", StringComparison.Ordinal));

    private char Here => text[End];

    private void Step()
    {
        End++;
        Effort--;
    }

    private LooseValue? Value(int depth)
    {
        Skip();
        if (AtEnd || depth > Deepest) return null;
        return Here switch
        {
            '{' => Map(depth),
            '[' => List(depth, ']'),
            '(' => List(depth, ')') is LooseValue.List { Items: var items } list && items.All(i => i is LooseValue.Number) ? list : null,
            var c when Quotes.Contains(c) => Text(),
            _ => Bare(),
        };
    }

    private LooseValue.Map? Map(int depth)
    {
        Step();
        List<KeyValuePair<string, LooseValue>> members = [];
        while (true)
        {
            Separators();
            if (AtEnd) return new(members, false);
            if (Here == '}') return Closed(() => new LooseValue.Map(members, true));
            var (key, keyIsWhole) = Key();
            Skip();
            if (AtEnd || !keyIsWhole) return AtEnd ? new(members, false) : null;
            if (key.Length == 0 || Here is not (':' or '=')) return null;
            Step();
            var value = Value(depth + 1);
            if (value is not null) members.Add(new(key, value));
            else if (AtEnd) return new(members, false);
            else return null;
            if (!value.Whole) return new(members, false);
        }
    }

    private LooseValue.List? List(int depth, char close)
    {
        Step();
        List<LooseValue> items = [];
        while (true)
        {
            Separators();
            if (AtEnd) return new(items, false);
            if (Here == close) return Closed(() => new LooseValue.List(items, true));
            var value = Value(depth + 1);
            if (value is not null) items.Add(value);
            else if (AtEnd) return new(items, false);
            else return null;
            if (!value.Whole) return new(items, false);
        }
    }

    private T Closed<T>(Func<T> made)
    {
        Step();
        return made();
    }

    private (string Key, bool Whole) Key()
    {
        if (Quotes.Contains(Here)) return (Text() is { } quoted ? quoted.Value : "", End < text.Length);
        var from = End;
        while (!AtEnd && (char.IsLetterOrDigit(Here) || Here is '_' or '-')) Step();
        return (text[from..End], !AtEnd);
    }

    private LooseValue.Text Text()
    {
        var quote = Here;
        Step();
        var value = new System.Text.StringBuilder();
        while (End < text.Length && Effort > 0)
        {
            var c = Here;
            Step();
            if (c == '\\' && End < text.Length) Escape(value);
            else if (Closes(quote, c)) return new(value.ToString(), true);
            else value.Append(c);
        }
        return new(value.ToString(), false);
    }

    /// <summary>An apostrophe within single quotes closes nothing: what follows a closing quote is a separator.</summary>
    private bool Closes(char quote, char c)
    {
        if (quote is '"') return c == '"';
        if (quote is '“' or '”') return c is '”' or '“' or '"';
        if (c is not ('\'' or '’' or '‘')) return false;
        var next = End;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next >= text.Length || text[next] is ',' or ':' or '}' or ']' or ')';
    }

    private void Escape(System.Text.StringBuilder value)
    {
        var c = Here;
        Step();
        if (c == 'u' && End + 4 <= text.Length && ushort.TryParse(text.AsSpan(End, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            for (var i = 0; i < 4; i++) Step();
            return;
        }
        value.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => c });
    }

    private LooseValue? Bare()
    {
        var from = End;
        while (!AtEnd && (char.IsLetterOrDigit(Here) || Here is '+' or '-' or '.' or '_' or '%')) Step();
        var word = text[from..End];
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && word.Any(char.IsAsciiDigit)) return new LooseValue.Number(number, !AtEnd);
        return word switch
        {
            "NaN" or "nan" or "Infinity" or "-Infinity" or "inf" or "-inf" => new LooseValue.Number(double.NaN, !AtEnd),
            "true" or "false" or "null" or "True" or "False" or "None" or "undefined" => new LooseValue.Word(word, !AtEnd),
            // "95%" stands bare now and then: it is kept as text, so that whoever needs a number can tell.
            [.., '%'] when double.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out _) => new LooseValue.Text(word, !AtEnd),
            // A word that the end cut short, such as "tru" or "-".
            _ when End >= text.Length && word.Length is > 0 and < 10 => new LooseValue.Word(word, false),
            _ => null,
        };
    }

    private void Separators()
    {
        Skip();
        while (!AtEnd && Here is ',' or ';')
        {
            Step();
            Skip();
        }
    }

    private void Skip()
    {
        while (!AtEnd)
        {
            if (char.IsWhiteSpace(Here)) Step();
            else if (Here == '/' && End + 1 < text.Length && text[End + 1] == '/') Until("\n");
            else if (Here == '/' && End + 1 < text.Length && text[End + 1] == '*') Until("*/");
            else return;
        }
    }

    private void Until(string mark)
    {
        var found = text.IndexOf(mark, End + 2, StringComparison.Ordinal);
        var next = found < 0 ? text.Length : found + mark.Length;
        Effort -= next - End;
        End = next;
    }
}

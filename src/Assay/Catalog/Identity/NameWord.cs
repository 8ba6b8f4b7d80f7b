namespace Assay.Catalog.Identity;

/// <summary>A word of a name, lower case, and the mark before it: <c>-</c>, <c>:</c>, <c>@</c> …, or NUL at the beginning.</summary>
internal readonly record struct NameWord(string Text, char Mark)
{
    public bool IsWholeNumber => Text.Length > 0 && Text.All(char.IsAsciiDigit);

    /// <summary>A number with or without a fraction.</summary>
    public bool IsNumber => Text.Length > 0 && char.IsAsciiDigit(Text[0]) && char.IsAsciiDigit(Text[^1]) && Text.All(c => char.IsAsciiDigit(c) || c == '.');

    /// <summary>
    /// A name in words. A dot between digits stays, and so do <c>p</c> and <c>_</c> in its place (<c>v3p1</c>, <c>3_1</c>); what is glued to
    /// the name of a family is set apart (<c>qwen3</c>, <c>gpt4o</c>, <c>4.5v</c>), as is the version after a longer word (<c>small3.2</c>).
    /// </summary>
    public static List<NameWord> Split(string name)
    {
        var words = new List<NameWord>();
        var start = 0;
        var mark = '\0';
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && (char.IsAsciiLetterOrDigit(name[i]) || name[i] > 127 || IsPoint(name, i))) continue;
            if (i > start) Glued(words, name[start..i], mark);
            if (i == name.Length) break;
            if (name[i] == '+') words.Add(new("plus", '+'));
            // Of several marks the first counts, but for those that begin something of its own.
            if (i > start || mark == '\0' || name[i] is ':' or '@' or '(') mark = name[i];
            start = i + 1;
        }
        return words;
    }

    private static bool IsPoint(string name, int i) =>
        name[i] is '.' or '_' && i > 0 && i + 1 < name.Length && char.IsAsciiDigit(name[i - 1]) && char.IsAsciiDigit(name[i + 1]);

    private static void Glued(List<NameWord> words, string text, char mark)
    {
        text = WithPoints(text);
        if (Vocabulary.Quant.Contains(text))
        {
            words.Add(new(text, mark));
            return;
        }
        if (Family.PrefixOf(text) is { } prefix && text[prefix.Length..] is [>= '0' and <= '9', ..] or ['v', >= '0' and <= '9', ..])
        {
            words.Add(new(prefix, mark));
            Glued(words, text[prefix.Length..], '\0');
            return;
        }
        var letters = Count(text, char.IsAsciiLetter);
        if (letters == text.Length)
        {
            words.Add(new(text, mark));
            return;
        }
        if (letters >= 3 && letters < text.Length && new NameWord(text[letters..], '-').IsNumber)
        {
            words.Add(new(text[..letters], mark));
            words.Add(new(text[letters..], '\0'));
            return;
        }
        // 3guard, 4.5v
        var digits = Count(text, c => char.IsAsciiDigit(c) || c == '.');
        var tail = text[digits..];
        if (digits > 0 && (tail.Length >= 5 || tail is "v" or "vl") && tail.All(char.IsAsciiLetter))
        {
            words.Add(new(text[..digits], mark));
            words.Add(new(tail, '\0'));
            return;
        }
        words.Add(new(text, mark));
    }

    private static int Count(string text, Func<char, bool> isIt)
    {
        var count = 0;
        while (count < text.Length && isIt(text[count])) count++;
        return count;
    }

    private static string WithPoints(string text)
    {
        if (!text.Contains('p', StringComparison.Ordinal) && !text.Contains('_', StringComparison.Ordinal)) return text;
        return string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = from[i] is 'p' or '_' && i > 0 && i + 1 < from.Length && char.IsAsciiDigit(from[i - 1]) && char.IsAsciiDigit(from[i + 1]) ? '.' : from[i];
        });
    }
}

using System.Text.RegularExpressions;

namespace Assay.Search.Box;

/// <summary>A line cut into words for the phrases: lower case, signs apart from what they stand before.</summary>
internal sealed partial class ConditionLine(Vocabulary vocabulary, NameIndex names, DateOnly today, string text)
{
    private readonly string[] words = [.. Signs().Replace(Dollars().Replace(text, "$$"), " $0 ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => Signs().IsMatch(w) ? w : w.ToLowerInvariant().Trim('"', '\'', '’', '?', '!', '.', ':')).Where(w => w.Length > 0)];

    public Vocabulary Vocabulary => vocabulary;
    public NameIndex Names => names;
    public DateOnly Today => today;
    public int Count => words.Length;

    /// <summary>Empty behind the end, so that a phrase may look ahead.</summary>
    public string this[int at] => at >= 0 && at < words.Length ? words[at] : "";

    /// <summary>Some words as one text; null where the line ends before.</summary>
    public string? Join(int at, int count) => at + count <= words.Length ? string.Join(' ', words[at..(at + count)]) : null;

    public bool Is(int at, params ReadOnlySpan<string> any) => at < words.Length && any.Contains(words[at]);

    /// <summary>A sign, a word or two words for one; 0 words where there is none.</summary>
    public (Operator? Sign, int Words) Sign(int at)
    {
        for (var count = 2; count > 0; count--)
            if (Join(at, count) is { } typed && Operators.TryRead(typed, out var sign)) return (sign, count);
        return Is(at, "maximum", "max", "within", "to") ? (Operator.AtMost, 1) : Is(at, "minimum", "min", "from") ? (Operator.AtLeast, 1) : (null, 0);
    }

    /// <summary>"or more", "or less" and the like behind a value.</summary>
    public (Operator? Sign, int Words) SignBehind(int at) => Join(at, 2) switch
    {
        "or more" or "or above" or "or larger" or "or bigger" or "or higher" or "or later" or "or newer" or "and up" or "and above" or "and more" => (Operator.AtLeast, 2),
        "or less" or "or below" or "or smaller" or "or fewer" or "or cheaper" or "or lower" or "or earlier" or "or older" => (Operator.AtMost, 2),
        _ => Is(at, "max", "maximum", "tops") ? (Operator.AtMost, 1) : Is(at, "min", "minimum") ? (Operator.AtLeast, 1) : (null, 0),
    };

    /// <summary>The longest words from a place on that some model has in a field.</summary>
    public (string? Word, int Words) WordOf(Field field, int at)
    {
        for (var count = Math.Min(4, Count - at); count > 0; count--)
            if (Join(at, count) is { } typed && vocabulary.Word(field, typed) is { } word) return (word, count);
        return (null, 0);
    }

    public Field Field(string name) => vocabulary.Find(name) ?? throw new ArgumentException($"'{name}' is not a field of every catalogue.", nameof(name));

    [GeneratedRegex(@"[<>=≥≤≠!]+(?=\S|$)|[,;()](?!\d{3}(\D|$))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\$\s+(?=\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dollars();
}

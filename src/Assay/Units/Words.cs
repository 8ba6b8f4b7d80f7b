namespace Assay.Units;

/// <summary>Plurals, articles and lists, so that every sentence reads right.</summary>
public static class Words
{
    /// <summary>"1 provider", "3 providers", "no providers" is the caller's choice: zero prints as 0.</summary>
    public static string Plural(long count, string singular, string? plural = null) =>
        $"{Format.Exact(count)} {(count == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>"a" or "an" before what is said aloud: an 8K window, an 11B model, a 128K window, an 800M budget, an MoE.</summary>
    public static string WithArticle(string phrase) => (SoundsLikeVowel(phrase) ? "an " : "a ") + phrase;

    private static bool SoundsLikeVowel(string phrase)
    {
        if (phrase.Length == 0) return false;
        var first = phrase[0];
        if (char.IsAsciiDigit(first))
        {
            var digits = new string([.. phrase.TakeWhile(c => char.IsAsciiDigit(c) || c == ',')]).Replace(",", "", StringComparison.Ordinal);
            // Eight…, eleven…, eighteen…: 8, 80, 800, 11, 18, and 11,000 or 18,000, but not 110 or 1,100.
            return first == '8' || (digits.Length % 3 == 2 && (digits.StartsWith("11", StringComparison.Ordinal) || digits.StartsWith("18", StringComparison.Ordinal)));
        }
        var word = new string([.. phrase.TakeWhile(char.IsLetter)]);
        // Read letter by letter (GPT, LLM, MoE): the letter's own name decides.
        if (word.Length is > 1 and < 5 && word.Count(char.IsAsciiLetterUpper) > 1 || word.Length == 1) return "AEFHILMNORSX".Contains(char.ToUpperInvariant(first), StringComparison.Ordinal);
        return "aeioAEIO".Contains(first, StringComparison.Ordinal)
            || (first is 'u' or 'U' && !word.StartsWith("uni", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("use", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> items, string conjunction = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + $" {conjunction} " + items[^1],
    };

    /// <summary>First letter upper case, the rest as it is.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Cut between two words, with <c>…</c>, where it is longer than that; in a word only where no blank is near.</summary>
    /// <param name="longest">In characters, the <c>…</c> among them; 2 and above.</param>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var head = text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)];
        var blank = char.IsWhiteSpace(text[head.Length]) ? head.Length : head.LastIndexOf(' ');
        return (blank > longest / 2 ? head[..blank] : head).TrimEnd(' ', ',', ';', ':') + "…";
    }

    /// <summary>A date after its preposition: "on 2024-12-06", "in 2024-12", "in 2024".</summary>
    public static string On(PartialDate date) => (date.Day is null ? "in " : "on ") + date;

    /// <summary>As for a day. Of a month or year that is not over, what has passed counts: it is not dated ahead.</summary>
    public static string Age(PartialDate date, DateOnly today) =>
        Age(date.Earliest <= today && date.Latest > today ? today : date.Latest, today);

    /// <summary>Age in words: "today", "1 day old", "12 days old", "5 months old", "2 years old"; a later date is "dated ahead".</summary>
    public static string Age(DateOnly date, DateOnly today)
    {
        var days = today.DayNumber - date.DayNumber;
        return days switch
        {
            < 0 => "dated ahead",
            0 => "today",
            < 60 => Plural(days, "day") + " old",
            < 730 => Plural((long)Math.Round(days / 30.44), "month") + " old",
            _ => Plural((long)Math.Floor(days / 365.25), "year") + " old",
        };
    }
}

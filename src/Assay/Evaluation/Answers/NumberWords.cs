namespace Assay.Evaluation.Answers;

/// <summary>Numbers in English words, from zero to a million and beyond: "twenty-one", "a hundred and five".</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Values = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["dozen"] = 12, ["thousand"] = 1_000, ["million"] = 1_000_000, ["millions"] = 1_000_000, ["billion"] = 1_000_000_000, ["billions"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000,
        ["k"] = 1_000, ["mn"] = 1_000_000, ["mio"] = 1_000_000, ["bn"] = 1_000_000_000,
    };

    public static bool Begins(string word) => Values.ContainsKey(word);

    public static decimal? Scale(string word) => Scales.TryGetValue(word, out var scale) ? scale : null;

    /// <summary>The number that begins at a word.</summary>
    /// <param name="taken">How many words it takes.</param>
    public static decimal? Read(IReadOnlyList<string> words, out int taken)
    {
        taken = 0;
        if (words.Count == 0) return null;
        decimal total = 0, part;
        if (words[0] == "a" && words.Count > 1 && words[1] is "hundred" or "thousand" or "million" or "dozen") part = 1;
        else if (Values.TryGetValue(words[0], out var first)) part = first;
        else return null;
        taken = 1;
        for (var last = part; taken < words.Count; taken++)
        {
            var word = words[taken];
            if (Values.TryGetValue(word, out var value))
            {
                // "twenty one" is one number, "two three" are two, and so are "ten one".
                if (!(last >= 20 && last < 100 && value is > 0 and < 10) && last < 100) break;
                part += value;
                last = value;
            }
            else if (word is "hundred" or "dozen" && part is > 0 and < 100) last = part *= Scales[word];
            else if (word is "thousand" or "million" or "billion" && part > 0)
            {
                total += part * Scales[word];
                part = 0;
                last = 1_000;
            }
            else if (word == "and" && last >= 100 && taken + 1 < words.Count && Values.ContainsKey(words[taken + 1])) continue;
            else break;
        }
        return total + part;
    }
}

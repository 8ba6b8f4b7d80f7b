namespace Assay.Catalog.Identity;

/// <summary>Several words that are one, one word that is several, and abbreviations that tuners and catalogues use.</summary>
internal static class Shorthand
{
    private static readonly (string First, string Second, string Joined)[] Pairs =
    [
        ("code", "llama", "codellama"), ("gpt", "oss", "gpt-oss"), ("non", "reasoning", "nonreasoning"), ("no", "thinking", "nothink"), ("high", "throughput", "highthroughput"),
        ("deep", "seek", "deepseek"), ("wizard", "lm", "wizardlm"), ("dall", "e", "dall-e"), ("chat", "gpt", "chatgpt"), ("air", "x", "airx"), ("flash", "x", "flashx"),
    ];

    public static void Expand(List<NameWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count)
                foreach (var (first, second, joined) in Pairs)
                    if (words[i].Text == first && words[i + 1].Text == second)
                    {
                        words[i] = words[i] with { Text = joined };
                        words.RemoveAt(i + 1);
                        break;
                    }
            if (i + 1 < words.Count && words[i].Text == "4" && words[i + 1].Text == "o")
            {
                words[i] = words[i] with { Text = "4o" };
                words.RemoveAt(i + 1);
            }
        }
        if (words.Count == 0) return;
        var letter = words[0].Text;
        // Google's nickname for its image models.
        if (words is [.., { Text: "nano" }, { Text: "banana" }] or [.., { Text: "nano" }, { Text: "banana" }, { Text: "pro" }])
        {
            var pro = words[^1].Text == "pro";
            words.RemoveRange(words.Count - (pro ? 3 : 2), pro ? 3 : 2);
            words.AddRange([new("gemini", '-'), new(pro ? "3" : "2.5", '-'), new(pro ? "pro" : "flash", '-'), new("image", '-')]);
        }
        if (IsLetterVersion(letter, 'l', out var version)) Replace(words, version is { Length: 2 } ? $"{version[0]}.{version[1]}" : version, "llama");
        else if (letter.StartsWith("k2.", StringComparison.Ordinal)) words.Insert(0, new("kimi", '\0'));
        else if (letter.StartsWith("ms", StringComparison.Ordinal) && new NameWord(letter[2..], '-').IsNumber) Replace(words, letter[2..], "mistral", "small");
        else if (letter is "mn" || words.Exists(w => w.Text is "12b") && words.Exists(w => IsNemoTune(w.Text))) Replace(words, null, "mistral", "nemo");
        for (var i = 0; i < words.Count; i++)
            if (words[i].Text is ['o', >= '1' and <= '9'] three) Split(words, ref i, "o", three[1..]);
            else if (words[i].Text == "nothinking") words[i] = words[i] with { Text = "nothink" };
    }

    private static bool IsNemoTune(string word) => word.Length > 4 && word.Contains("nemo", StringComparison.Ordinal) && !word.StartsWith("nemotron", StringComparison.Ordinal);

    private static bool IsLetterVersion(string word, char letter, out string version)
    {
        version = word.Length > 1 ? word[1..] : "";
        return word.Length > 1 && word[0] == letter && new NameWord(version, '-').IsNumber && version[0] is '2' or '3';
    }

    private static void Replace(List<NameWord> words, string? version, params ReadOnlySpan<string> with)
    {
        if (version is not null || words[0].Text == "mn") words.RemoveAt(0);
        if (version is not null) words.Insert(0, new(version, '-'));
        for (var i = with.Length - 1; i >= 0; i--) words.Insert(0, new(with[i], '-'));
    }

    private static void Split(List<NameWord> words, ref int i, string first, string second)
    {
        words[i] = words[i] with { Text = first };
        words.Insert(++i, new(second, '\0'));
    }
}

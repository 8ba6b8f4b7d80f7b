namespace Assay.Catalog.Identity;

/// <summary>Takes versions and sizes: <c>3-5</c> is 3.5, <c>v3p1</c> is 3.1, <c>gpt-52</c> is 5.2, <c>4.0</c> is 4, <c>30b-a3b</c> is 30b.</summary>
internal static class VersionReader
{
    public static void Take(List<NameWord> words, Reading reading)
    {
        Unfold(words, reading);
        JoinFractions(words);
        var active = (string?)null;
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].Text;
            if (IsSize(text))
            {
                if (reading.Size is null) reading.BeforeSize.AddRange(words.Take(i).Select(w => w.Text));
                if (reading.Size is null) reading.VersionsBeforeSize = reading.Versions.Count;
                (reading.Size, reading.HasSize) = (reading.Size ?? text, true);
            }
            else if (text.Length > 2 && text[0] == 'a' && IsSize(text[1..])) active = text;
            else if (text.Length > 1 && text[^1] == 'e' && text[..^1].All(char.IsAsciiDigit)) { }
            else if (IsVersion(text, reading) && !IsPlainWord(words[i], reading)) reading.Versions.Add(Normal(text));
            else continue;
            words.RemoveAt(i--);
        }
        reading.Size ??= active;
        // The first version of anything is what its bare name means.
        reading.Versions.RemoveAll(v => v == "v1");
        for (var i = 0; i < reading.Versions.Count; i++) reading.Versions[i] = reading.Versions[i].TrimStart('v');
    }

    // v2-p1, gpt-52, opus-45, m25.
    private static void Unfold(List<NameWord> words, Reading reading)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].Text;
            if (text.Length == 2 && words[i].IsWholeNumber && text[0] != '0' && text[1] != '0' && reading.Family is { } family && (i == reading.FamilyAt || IsTier(words, i - 1, family)) && NoFractionFollows(words, i))
                words[i] = words[i] with { Text = $"{text[0]}.{text[1]}" };
            else if (text is ['v', '0', >= '1' and <= '9']) words[i] = words[i] with { Text = $"0.{text[2]}" };
            else if (text is ['m', >= '1' and <= '9', >= '1' and <= '9'] && reading.Family?.Name == "minimax") words[i] = words[i] with { Text = $"m{text[1]}.{text[2]}" };
            else if (text is ['p', >= '1' and <= '9'] && i > 0 && words[i - 1].Text is ['v', >= '1' and <= '9'])
            {
                words[i - 1] = words[i - 1] with { Text = $"{words[i - 1].Text}.{text[1]}" };
                words.RemoveAt(i--);
            }
        }
    }

    private static bool IsTier(List<NameWord> words, int i, Family family) => i >= 0 && (family.Name == "claude" ? words[i].Text is "sonnet" or "opus" or "haiku" or "claude" : family.Name == "mistral" && words[i].Text is "small" or "medium" or "large");

    private static bool NoFractionFollows(List<NameWord> words, int i) => i + 1 >= words.Count || !words[i + 1].IsWholeNumber || words[i + 1].Text.Length > 2;

    private static void JoinFractions(List<NameWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (text, next) = (words[i].Text, words[i + 1].Text);
            // distill-qwen-1-5b; a version stands before, so the first digit is not one.
            if (i > 0 && text is "0" or "1" && next is [>= '0' and <= '9', 'b'] && words.Take(i).Any(w => w.Text.Any(char.IsAsciiDigit)))
            {
                words[i] = words[i] with { Text = $"{text}.{next}" };
                words.RemoveAt(i + 1);
                continue;
            }
            if (words[i + 1].Mark is not ('-' or '_' or ' ') || !words[i + 1].IsWholeNumber || next.Length > 2 || (next.Length == 2 && next[0] == '0')) continue;
            var head = text.Length > 1 && text[0] is 'v' or 'm' or 'k' ? text[1..] : text;
            if (head.Length is 0 or > 5 || !new NameWord(head, '-').IsNumber || (head.Length > 1 && head[0] == '0' && head[1] != '.') || (head.Length > 1 && !head.Contains('.', StringComparison.Ordinal))) continue;
            words[i] = words[i] with { Text = $"{text}.{next}" };
            words.RemoveAt(i + 1);
            i--;
        }
    }

    public static bool IsSize(string text)
    {
        if (text.Length < 2 || text[^1] is not ('b' or 'm' or 't')) return false;
        var number = text[0] == 'e' ? text[1..^1] : text[..^1];
        var times = number.IndexOf('x', StringComparison.Ordinal);
        if (times > 0) return number[..times].All(char.IsAsciiDigit) && times + 1 < number.Length && number[(times + 1)..].All(char.IsAsciiDigit);
        // 1m is a window of a million tokens.
        return new NameWord(number, '-').IsNumber && text != "1m";
    }

    // Some makers' versions begin with a letter of theirs: k2, m2.5, r1, x1.
    private static bool IsVersion(string text, Reading reading)
    {
        if (text == "4o") return reading.Family?.Name is "gpt" or "chatgpt";
        var own = reading.Family?.Name switch { "kimi" => 'k', "minimax" or "baichuan" => 'm', "deepseek" => 'r', "ernie" or "palmyra" => 'x', "hunyuan" => 't', _ => 'v' };
        var number = text.Length > 1 && (text[0] == 'v' || text[0] == own) ? text[1..] : text;
        return new NameWord(number, '-').IsNumber && number.Length <= 6;
    }

    // Without a family every number belongs to the name, and 01 or 1024 is no version.
    private static bool IsPlainWord(NameWord word, Reading reading) =>
        word.Mark == ':' || (reading.Family is null && !word.Text.StartsWith('v') && !word.Text.Contains('.', StringComparison.Ordinal))
        || (word.IsWholeNumber && (word.Text.Length > 2 || (word.Text.Length == 2 && word.Text[0] == '0')));

    private static string Normal(string text)
    {
        var v = text[0] == 'v';
        var number = v ? text[1..] : text;
        while (number.EndsWith(".0", StringComparison.Ordinal)) number = number[..^2];
        return v && number == "1" ? "v1" : number;
    }
}

using System.Text.RegularExpressions;

namespace Assay.Catalog;

/// <summary>The parts of a label: a name, and words on how the model was run.</summary>
internal static partial class LabelText
{
    /// <summary>
    /// The name in <see cref="Normal"/> form and as it is written, with what the brackets told; null for two models in one label, and for brackets
    /// that are not understood.
    /// </summary>
    public static (string Name, string Written, IReadOnlyList<string> Told)? Read(string label)
    {
        var text = label.Trim();
        var told = new List<string>();
        while (Brackets().Match(text) is { Success: true } brackets)
        {
            if (InBrackets(brackets.Groups["inside"].Value) is not { } words) return null;
            text = text[..brackets.Index];
            if (words.Date is not null) text += "-" + words.Date;
            else told.Insert(0, words.Told!);
        }
        if (text.Length == 0 || text.Contains('+', StringComparison.Ordinal) && !text.EndsWith('+') || text.Contains('&', StringComparison.Ordinal)) return null;
        return (Normal(text), text, told);
    }

    /// <summary>A date belongs to the name; what is known of runs is told in our words; anything else is not understood.</summary>
    private static (string? Date, string? Told)? InBrackets(string inside)
    {
        var words = Normal(inside);
        if (DateAlone().IsMatch(words)) return (words, null);
        if (words is "fc") return (null, "function calling");
        if (words is "prompt" or "thinking" or "reasoning") return (null, words);
        if (words is "diff" or "udiff" or "whole") return (null, $"edits as {words}");
        if (words is "bf16" or "fp16" or "fp8") return (null, words);
        if (words is "non-thinking" or "no-think" or "no-thinking" or "no-reasoning" or "non-reasoning") return (null, "no thinking");
        if (words is "fc-thinking" or "prompt-thinking") return (null, words.StartsWith("fc", StringComparison.Ordinal) ? "function calling, thinking" : "prompt, thinking");
        if (Effort().Match(words) is { Success: true } effort) return (null, $"{effort.Groups["effort"].Value} effort");
        if (Budget().Match(words) is { Success: true } budget) return (null, $"thinking {budget.Groups["budget"].Value.ToUpperInvariant()}");
        return null;
    }

    /// <summary>
    /// Takes the last word on the run off a name: "gpt-5-high" is GPT-5 at high effort. Only for families whose effort or thinking is a setting
    /// of the same model: elsewhere "-thinking" and "-medium" name a model.
    /// </summary>
    public static (string Name, string? Told)? CutTail(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        if (!WithSettings().IsMatch(last)) return null;
        // Claude without extended thinking, as LiveBench calls it; no Claude is published as a base model.
        if (last.StartsWith("claude-", StringComparison.Ordinal) && last.EndsWith("-base", StringComparison.Ordinal)) return (name[..^5], "no thinking");
        // No Claude is sold as "max"; of other families one is.
        if (last.StartsWith("claude-", StringComparison.Ordinal) && last.EndsWith("-max", StringComparison.Ordinal)) return (name[..^4], "max effort");
        if (Tail().Match(name) is not { Success: true } tail) return null;
        var word = tail.Groups["word"].Value;
        var told = word switch
        {
            "inspect" => null,
            "unknown" => "effort not told",
            "none" or "nothinking" or "no-thinking" or "non-reasoning" => "no thinking",
            "highthinking" => "high effort",
            "thinking" or "reasoning" => word,
            _ when word.EndsWith('k') => $"thinking {tail.Groups["budget"].Value.ToUpperInvariant()}",
            _ => $"{tail.Groups["effort"].Value} effort",
        };
        return (name[..tail.Index], told);
    }

    /// <summary>Lower case, with <c>-</c> for blanks and for <c>. _ :</c>; slashes stay.</summary>
    public static string Normal(string name) => Dashes().Replace(name.Trim().ToLowerInvariant(), "-").Trim('-');

    /// <summary>The digits of the date anywhere in a name in <see cref="Normal"/> form: before a word on the run, it is not at its end. Null where there is none.</summary>
    public static string? DateIn(string normal) => AnyDate().Match(normal) is { Success: true } found ? found.Groups["date"].Value.Replace("-", "", StringComparison.Ordinal) : null;

    /// <summary>Without whoever serves or makes it before the name.</summary>
    public static string WithoutWay(string normal) => normal[(normal.LastIndexOf('/') + 1)..];

    /// <summary>The words of a name in alphabetical order.</summary>
    public static string Bag(string normal) => string.Join(' ', normal.Split('-').Order(StringComparer.Ordinal));

    [GeneratedRegex(@"-(?<date>20\d\d-?\d\d-?\d\d)$", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex TrailingDate();

    [GeneratedRegex(@"-(?<date>20\d\d-?\d\d-?\d\d)(-|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyDate();

    [GeneratedRegex(@"\s*\((?<inside>[^()]*)\)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^(20\d\d-\d\d-\d\d|20\d{6}|\d{4}|\d\d-\d\d)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateAlone();

    [GeneratedRegex("^(thinking-)?(?<effort>xhigh|high|medium|low|minimal|max)(-(effort|reasoning))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Effort();

    [GeneratedRegex("^(thinking-)?(?<budget>[1-9][0-9]*k)(-think(ing)?(-tokens)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Budget();

    [GeneratedRegex("^(claude-|gemini-(2-5|[3-9])|grok-[3-9]|glm-4-[5-9]|gpt-5|gpt-oss|o[1-9](-|$))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithSettings();

    [GeneratedRegex("-(?<word>(thinking-)?(?<budget>[1-9][0-9]*k)|(?<effort>xhigh|high|medium|low|minimal)(-effort)?|highthinking|nothinking|no-thinking|non-reasoning|thinking|reasoning|none|unknown|inspect)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"[\s._:()-]+", RegexOptions.None, 1000)]
    private static partial Regex Dashes();
}

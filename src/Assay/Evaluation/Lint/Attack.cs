using Assay.Evaluation.Answers;
using Assay.Evaluation.Scorers;

namespace Assay.Evaluation.Lint;

/// <summary>A wrong reply that careless scorers take for right.</summary>
/// <param name="Kind">Short and stable.</param>
/// <param name="Words">What the reply is, reads on after "passes".</param>
public sealed record Attack(string Kind, string Reply, string Words)
{
    /// <summary>The wrong replies to a sample, built from its target.</summary>
    public static IEnumerable<Attack> On(Sample sample, ScorerChoice choice)
    {
        yield return new("empty", "", "an empty reply");
        yield return new("refusal", "I'm sorry, but I can't help with that.", "a refusal");
        yield return new("unknown", "I do not know.", "'I do not know'");
        yield return new("prompt", sample.Input, "the question itself");
        if (choice.Id is "regex" or "json-schema" or "boxes" or "judge") yield break;
        var targets = sample.Target.Take(20).ToArray();
        foreach (var attack in choice.Id == "set" ? OnSet(targets) : targets.SelectMany(t => OnOne(t, choice, sample)))
            yield return attack;
        if (choice.Id == "choice" && ChoicesOf(choice) is { Count: > 1 } choices) yield return new("all-options", $"It is {Units.Words.List([.. choices], "or")}.", "a reply that lists every choice");
    }

    private static IEnumerable<Attack> OnOne(string target, ScorerChoice choice, Sample sample)
    {
        var number = NumberScan.Of(AnswerText.Plain(target)) is [var only] && !only.IsWord && target.Any(char.IsAsciiDigit) ? only : (FoundNumber?)null;
        if (number is not null)
        {
            var first = target.IndexOfAny([.. "0123456789"]);
            var last = target.LastIndexOfAny([.. "0123456789"]);
            foreach (var longer in (string[])[target.Insert(first, "1"), target.Insert(last + 1, "7")])
                if (!Fits(longer, sample, choice)) yield return new("longer-number", longer, $"'{longer}', a longer number that contains it");
            var shifted = Shifted(target);
            if (shifted != target && !Fits(shifted, sample, choice)) yield return new("decimal-shift", shifted, $"'{shifted}', with the decimal point moved");
        }
        if (choice.Id is "cer" or "wer" or "anls" || target.Length > 80) yield break;
        var other = ChoicesOf(choice).FirstOrDefault(c => !sample.Target.Contains(c, StringComparer.OrdinalIgnoreCase));
        if (AnswerText.Normal(target) is not ("yes" or "no" or "none" or "nothing" or "null" or "unknown"))
        {
            yield return new("negated", other is null ? $"It is not {target}." : $"{other}, not {target}.", "a reply that denies the target");
            if (choice.Id is not "label") yield return new("several", other is null ? $"It is {target} or {(number is null ? "something else" : "99123")}." : $"{target} or {other}.", "a reply that leaves open which of two it is");
        }
    }

    private static IEnumerable<Attack> OnSet(string[] targets)
    {
        var all = string.Join(", ", targets);
        yield return new("set-with-more", $"{all}, something else, another thing", "a list with things that are not wanted");
        if (targets.Length > 1) yield return new("set-with-less", targets[0], "a list of one item alone");
    }

    /// <summary>Whether a changed number is right all the same, by tolerance or as another target.</summary>
    private static bool Fits(string changed, Sample sample, ScorerChoice choice) =>
        sample.Target.Contains(changed) || (choice.Id == "number" && choice.Options.Contains("tolerance", StringComparison.Ordinal) && NumberScan.Of(AnswerText.Plain(changed)) is not [_]);

    private static string Shifted(string target)
    {
        var point = target.IndexOf('.', StringComparison.Ordinal);
        if (point > 0 && point + 1 < target.Length && char.IsAsciiDigit(target[point - 1]) && char.IsAsciiDigit(target[point + 1])) return target.Remove(point, 1) + (target.EndsWith('0') ? "0" : "");
        var last = target.LastIndexOfAny([.. "123456789"]);
        return last < 0 ? target : target.Insert(target.LastIndexOfAny([.. "0123456789"]) + 1, "0");
    }

    internal static IReadOnlyList<string> ChoicesOf(ScorerChoice choice)
    {
        if (choice.Id != "choice") return [];
        try
        {
            using var options = System.Text.Json.JsonDocument.Parse(choice.Options);
            return options.RootElement.TryGetProperty("choices", out var choices) && choices.ValueKind is System.Text.Json.JsonValueKind.Array ? [.. choices.EnumerateArray().Select(c => c.ToString())] : ["yes", "no"];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }
}

using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>The strictest scorer that a question with one written answer allows, for suites that name none.</summary>
/// <param name="Target">The answer as that scorer takes it.</param>
/// <param name="Why">A sentence.</param>
public sealed record ChosenScorer(ScorerChoice Choice, IReadOnlyList<string> Target, string Why);

/// <inheritdoc cref="ChosenScorer"/>
public static class ScorerChooser
{
    private const int LongestNumber = 6;
    private static readonly string[] Names = [" id ", " id.", " id?", "serial number", "part number", "identifier", " code", "dock number", "reference"];

    public static ChosenScorer Of(string prompt, string answer)
    {
        var normal = AnswerText.Normal(answer);
        if (normal is "yes" or "no") return new(new("choice"), [answer], "The answer is yes or no.");
        if (Alternatives(prompt, answer) is { } choices) return new(new("choice", $"{{\"choices\":[{string.Join(',', choices.Select(Json))}]}}"), [answer], $"The question offers {Units.Words.List(choices, "or")}.");
        if (answer.Contains('\n', StringComparison.Ordinal)) return new(new("exact"), [answer], "The answer has several lines, and their form counts.");
        if (IsNumber(prompt, answer)) return new(new("number"), [answer], "The answer is a number.");
        if (IsList(prompt, answer))
            return new(new("set", prompt.Contains("order", StringComparison.OrdinalIgnoreCase) || prompt.Contains("steps", StringComparison.OrdinalIgnoreCase) ? "{\"ordered\":true}" : "{}"), [.. answer.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], "The question asks for a list, and the answer is one.");
        return new(new("text"), [answer], "The answer is a text.");
    }

    /// <summary>An amount, a measure or a count; long or zero-led digits are a name, of which each digit counts as written.</summary>
    private static bool IsNumber(string prompt, string answer)
    {
        var text = AnswerText.Plain(answer).Trim();
        if (NumberScan.Of(text) is not [{ Denied: false, Bound: false, Ordinal: false } only]) return false;
        var rest = text.Remove(only.Start, only.End - only.Start).Trim(' ', '$', '€', '£', '¥', '.');
        if (rest.Length > 0 || only.IsWord) return false;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var isName = (digits > 1 && text[0] == '0') || (digits > LongestNumber && digits == text.Length) || (digits == text.Length && Names.Any(n => prompt.Contains(n, StringComparison.OrdinalIgnoreCase)));
        return !isName;
    }

    private static bool IsList(string prompt, string answer) =>
        answer.Contains(", ", StringComparison.Ordinal) && (prompt.Contains("list", StringComparison.OrdinalIgnoreCase) || prompt.Contains("comma", StringComparison.OrdinalIgnoreCase));

    /// <summary>What stands around "or" in the question, where the answer is one of it.</summary>
    private static string[]? Alternatives(string prompt, string answer)
    {
        var wanted = Tokens.Of(AnswerText.Folded(answer));
        if (wanted.Count is 0 or > 4 || wanted.Any(w => w.Text.Any(char.IsDigit))) return null;
        foreach (var sentence in prompt.Split(['.', '?', '!', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var tokens = Tokens.Of(AnswerText.Plain(sentence));
            if (Named(tokens, wanted) is { } named) return named;
        }
        return null;
    }

    private static string[]? Named(List<Token> tokens, List<Token> wanted)
    {
        for (var or = 1; or + 1 < tokens.Count; or++)
        {
            if (tokens[or].Text != "or") continue;
            // Alternatives are as long as the answer is, or one word each.
            foreach (var length in wanted.Count == 1 ? (int[])[1] : [wanted.Count, wanted.Count + 1])
            {
                List<string> all = [];
                for (var i = or - 1; i >= 0; i -= 2)
                {
                    all.Insert(0, tokens[i].Text);
                    if (i < 1 || tokens[i - 1].Text != "or") break;
                }
                for (var i = or + 1; i < tokens.Count; i += 2)
                {
                    if (all.Count == 0 || !all.Contains(tokens[i].Text)) all.Add(tokens[i].Text);
                    if (i + 1 >= tokens.Count || tokens[i + 1].Text != "or") break;
                }
                if (length == 1 && all.Count > 1 && all.Contains(wanted[0].Text) && all.All(a => a.Length > 1 && !a.Any(char.IsDigit))) return [.. all.Distinct()];
                if (wanted.Count > 1 && Phrases(tokens, or, wanted) is { } phrases) return phrases;
            }
        }
        return null;
    }

    /// <summary>"'right side up' or 'upside down'": the answer on one side, as many words or one more on the other, and nothing after it.</summary>
    private static string[]? Phrases(List<Token> tokens, int or, List<Token> wanted)
    {
        string Text(int from, int to) => string.Join(' ', tokens.Skip(from).Take(to - from).Select(t => t.Text));
        if (Tokens.At(tokens, or + 1, wanted) && or + 1 + wanted.Count == tokens.Count)
            foreach (var length in (int[])[wanted.Count + 1, wanted.Count])
                if (or - length >= 0 && (or - length == 0 || tokens[or - length].Breaks || tokens[or - length - 1].Text is "only" or "either" or "the")) return [Text(or - length, or), Text(or + 1, tokens.Count)];
        if (or - wanted.Count >= 0 && Tokens.At(tokens, or - wanted.Count, wanted) && tokens.Count - or - 1 is > 0 and <= 4) return [Text(or - wanted.Count, or), Text(or + 1, tokens.Count)];
        return null;
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text, ChooserJson.Default.String);
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class ChooserJson : System.Text.Json.Serialization.JsonSerializerContext;

namespace Assay.Evaluation.Answers;

/// <summary>
/// A yes-or-no question turned into the two sentences that answer it in full: "Is the box sealed?" into "the box is sealed" and "the box is not sealed". Only questions whose
/// both answers are made by moving one word are taken; "Does it have …?" is not, because "it has …" says it in other words and a scorer that knew only the denial would favour it.
/// </summary>
internal sealed class Restatement
{
    private const int LongestQuestion = 20, LongestPrompt = 4_000;

    private static readonly Dictionary<string, string> Negations = new(StringComparer.Ordinal)
    {
        ["is"] = "isn't", ["are"] = "aren't", ["was"] = "wasn't", ["were"] = "weren't", ["has"] = "hasn't", ["have"] = "haven't", ["can"] = "can't", ["will"] = "won't",
    };

    /// <summary>Words by which a question asks more than one thing, or asks it of something denied.</summary>
    private static readonly string[] Doubles = ["or", "and", "nor", "either", "neither", "but", "if", "unless", "only", "still", "also"];

    private static readonly string[] Pronouns = ["it", "they", "this", "that", "these"], Determiners = ["the", "this", "that", "these", "those"], Articles = ["a", "an", "any"], Openers = ["so", "therefore", "thus", "hence"];

    private readonly string verb;
    private readonly string[] rest;

    private Restatement(string verb, string[] rest) => (this.verb, this.rest) = (verb, rest);

    /// <summary>Null where the prompt asks no such question, or more than one.</summary>
    public static Restatement? Of(string prompt)
    {
        if (prompt.Length > LongestPrompt || prompt.AsSpan().Count('?') != 1) return null;
        var text = AnswerText.Plain(prompt);
        var end = text.IndexOf('?', StringComparison.Ordinal);
        var from = text.AsSpan(0, end).LastIndexOfAny(".!:\n") + 1;
        var tokens = Tokens.Of(text[from..end]);
        if (tokens.Count is < 2 or > LongestQuestion || !Negations.ContainsKey(tokens[0].Text)) return null;
        string[] asked = [.. tokens.Skip(1).Select(t => t.Text)];
        return tokens.Skip(1).Any(t => t.Breaks) || asked.Any(w => Tokens.IsDenial(w) || Doubles.Contains(w)) ? null : new(tokens[0].Text, asked);
    }

    /// <summary>Whether a text, which is one sentence and nothing else, states (true) or denies (false) what was asked; null where it does neither word for word.</summary>
    public bool? Says(string text)
    {
        if (text.Length > 400 || !Sentences.IsOne(text) || text.AsSpan().TrimEnd("*_\"') ").EndsWith("?")) return null;
        var tokens = Tokens.Of(AnswerText.Unquoted(text));
        if (tokens.Count > 0 && Openers.Contains(tokens[0].Text)) tokens = [.. tokens.Skip(1).Select((t, i) => i == 0 ? t with { Breaks = false } : t)];
        if (tokens.Skip(1).Any(t => t.Breaks)) return null;
        string[] words = [.. tokens.Select(t => t.Text)];
        for (var at = 1; at < words.Length; at++)
        {
            if (Denied(words, at) is not { } denied) continue;
            string[] subject = words[..at], predicate = words[(at + (denied && words[at] == verb ? 2 : 1))..];
            if (IsAsked(subject, predicate) || denied && words[at] == verb && words[at + 1] == "no" && IsThereNo(subject, predicate)) return !denied;
        }
        return null;
    }

    /// <summary>Whether the verb stands here, and denied; null where it does not stand here. "No" denies only after "there is".</summary>
    private bool? Denied(string[] words, int at)
    {
        if (words[at] == Negations[verb] || verb == "can" && words[at] == "cannot") return true;
        if (words[at] != verb) return null;
        return at + 1 < words.Length && (words[at + 1] == "not" || words[at + 1] == "no" && words[0] == "there");
    }

    private bool IsAsked(string[] subject, string[] predicate)
    {
        if (rest.SequenceEqual(subject.Concat(predicate), StringComparer.Ordinal)) return true;
        // "It is sealed" of "the box", and of no longer name: of "the box fully sealed" it would leave out a word that decides.
        return subject is [var pronoun] && Pronouns.Contains(pronoun) && rest.Length > 2 && Determiners.Contains(rest[0]) && predicate.SequenceEqual(rest.Skip(2), StringComparer.Ordinal);
    }

    /// <summary>"There is no crack" denies "Is there a crack?".</summary>
    private bool IsThereNo(string[] subject, string[] predicate) =>
        subject is ["there"] && rest.Length > 1 && rest[0] == "there" && predicate.SequenceEqual(rest[1..].SkipWhile((w, i) => i == 0 && Articles.Contains(w)), StringComparer.Ordinal);
}

namespace Assay.Evaluation.Answers;

/// <summary>
/// Whether a sentence says one thing and nothing else: what is left of it without that thing are words of the question and words that carry no answer.
/// Words the question offers as alternatives ("screws or bolts") always carry one.
/// </summary>
internal static class Echo
{
    private static readonly HashSet<string> Filler = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "it", "its", "it's", "they", "this", "that", "these", "those", "there", "here", "there's", "i", "you", "we", "one",
        "in", "on", "at", "of", "to", "from", "by", "for", "with", "as", "per", "based", "according", "image", "picture", "photo", "photograph", "screenshot", "shown", "show", "seen", "see", "visible", "displayed", "indicated", "indicate",
        "appear", "seem", "look", "can", "will", "would", "listed", "read", "say", "state", "stated", "following", "answer", "result", "value", "text", "written", "printed", "named", "name", "called", "labelled", "labeled", "label",
        "clearly", "about", "approximately", "around", "roughly", "exactly", "yes", "provided", "identified", "which", "what", "who", "contain", "located", "found", "marked", "given", "correct", "final",
    };

    private static readonly HashSet<string> Stems = [.. Filler.Where(w => w.Length > 3).Select(Stem)];

    private static readonly HashSet<string> Joiners = new(StringComparer.Ordinal) { "and", "or", "&", "nor", "plus", "also", "both" };

    /// <param name="target">The words that may stand in the sentence; they must stand there together.</param>
    public static bool SaysOnly(string sentence, string target, string prompt)
    {
        if (sentence.Length > 1_000) return false;
        var tokens = Tokens.Of(sentence);
        var wanted = Tokens.Of(target);
        if (wanted.Count == 0) return false;
        HashSet<string>? asked = null;
        var found = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Tokens.At(tokens, i, wanted))
            {
                if (Tokens.IsDenied(tokens, i) || Joined(tokens, i - 1) || Joined(tokens, i + wanted.Count)) return false;
                found = true;
                i += wanted.Count - 1;
                continue;
            }
            var word = tokens[i].Text;
            if (Tokens.IsDenial(word)) return false;
            if (Filler.Contains(word) || Stems.Contains(Stem(word))) continue;
            asked ??= Asked(prompt);
            if (!asked.Contains(Stem(word))) return false;
        }
        return found;
    }

    private static bool Joined(List<Token> tokens, int place) => place >= 0 && place < tokens.Count && Joiners.Contains(tokens[place].Text);

    /// <summary>Words of the question but for those it offers as alternatives.</summary>
    private static HashSet<string> Asked(string prompt)
    {
        var tokens = Tokens.Of(AnswerText.Plain(prompt.Length > 8_000 ? prompt[..8_000] : prompt));
        var words = tokens.Select(t => Stem(t.Text)).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text != "or") continue;
            foreach (var at in (int[])[i - 1, i + 1])
                if (at >= 0 && at < tokens.Count) words.Remove(Stem(tokens[at].Text));
        }
        return words;
    }

    /// <summary>Enough to find "contains" in "contain".</summary>
    private static string Stem(string word) => word switch
    {
        { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => word[..^3],
        { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) => word[..^2],
        { Length: > 4 } when word.EndsWith("es", StringComparison.Ordinal) && !word.EndsWith("ees", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        { Length: > 4 } when word.EndsWith('e') => word[..^1],
        _ => word,
    };
}

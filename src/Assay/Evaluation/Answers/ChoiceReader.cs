using Assay.Units;

namespace Assay.Evaluation.Answers;

/// <summary>Reads which of given choices a passage takes. Choices that the passage denies ("screws, not bolts") are not taken; two that are taken are no answer.</summary>
internal sealed class ChoiceReader
{
    private static readonly string[] Yes = ["yes", "true"], No = ["no", "false"];
    private static readonly string[] LetterCues = ["answer", "option", "choice", "is", "select", "choose", "pick"];
    private static readonly string[] NoFollowers = ["the", "it", "there", "this", "that", "they", "i", "he", "she", "we", "you", "none", "not", "all", "only", "these", "its", "as", "because", "since", "based"];
    private static readonly string[] Openers = ["so", "therefore", "thus", "hence", "overall", "final", "answer", "in", "conclusion", "based", "on", "the", "image"];

    private readonly IReadOnlyList<string> choices;
    private readonly (string Choice, List<Token> Words)[] words;
    private readonly bool isYesNo, isLetters;

    /// <summary>Where the choices are X and not X: both.</summary>
    private readonly (string Choice, string Opposite)? opposites;

    /// <param name="choices">At least two, no two the same once normalised.</param>
    public ChoiceReader(IReadOnlyList<string> choices)
    {
        this.choices = choices;
        // The longest first: "right side up" is not "right".
        words = [.. choices.Select(c => (c, Tokens.Of(AnswerText.Folded(c)))).OrderByDescending(c => c.Item2.Count)];
        isYesNo = choices.Count == 2 && choices.Any(c => Yes.Contains(AnswerText.Normal(c))) && choices.Any(c => No.Contains(AnswerText.Normal(c)));
        opposites = choices.Count == 2 && Array.Find([(choices[0], choices[1]), (choices[1], choices[0])], p => AnswerText.Folded(p.Item2) == "not " + AnswerText.Folded(p.Item1)) is { Item1: not null } pair ? pair : null;
        isLetters = choices.All(c => c.Trim() is [>= 'A' and <= 'Z' or >= 'a' and <= 'z']);
    }

    public Said<string> Read(string passage, PassageKind kind)
    {
        if (passage.Length > 20_000) return Said<string>.Nothing;
        if (kind is not PassageKind.Sentence)
        {
            var normal = AnswerText.Normal(passage);
            foreach (var choice in choices)
                if (AnswerText.Normal(choice) == normal) return Said<string>.One(choice);
        }
        if (isYesNo) return YesNo(Tokens.Of(passage), kind);
        return isLetters ? Letters(passage, kind) : Mentions(Tokens.Of(passage));
    }

    /// <summary>Yes or no by a sentence that says again all that was asked, or denies it; null where it does neither, or the choices are others.</summary>
    /// <param name="prompt">What was asked.</param>
    /// <param name="answer">All of the answer: what stands beside the sentence might take it back.</param>
    public string? Restated(string prompt, string answer)
    {
        if (!isYesNo || Restatement.Of(prompt)?.Says(answer) is not { } stated) return null;
        return choices.First(c => (stated ? Yes : No).Contains(AnswerText.Normal(c)));
    }

    private Said<string> YesNo(List<Token> tokens, PassageKind kind)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Text;
            var yes = Yes.Contains(word);
            if (!yes && !No.Contains(word))
            {
                // Further in, a yes or no answers only where the passage is given as the answer.
                if (kind is PassageKind.Given ? i < 6 : Openers.Contains(word)) continue;
                return Said<string>.Nothing;
            }
            if (!yes && !IsAnswer(tokens, i)) return Said<string>.Nothing;
            if (i + 2 < tokens.Count && tokens[i + 1].Text is "and" or "or" && Yes.Concat(No).Contains(tokens[i + 2].Text)) return Said<string>.Unclear("It says both yes and no.");
            return Said<string>.One(choices.First(c => (yes ? Yes : No).Contains(AnswerText.Normal(c))));
        }
        return Said<string>.Nothing;
    }

    /// <summary>"No defects" says that there are none, which may be a yes; "No, …" and "No the box is …" answer.</summary>
    private static bool IsAnswer(List<Token> tokens, int at) => at + 1 >= tokens.Count || tokens[at + 1].Breaks || NoFollowers.Contains(tokens[at + 1].Text) || tokens[at + 1].Text is "or" or "and";

    /// <summary>One letter is also a word: it counts in brackets, before a bracket, point or colon, alone, or after a word such as "option".</summary>
    private Said<string> Letters(string passage, PassageKind kind)
    {
        List<string> taken = [];
        for (var i = 0; i < passage.Length; i++)
        {
            if (!char.IsAsciiLetter(passage[i]) || (i > 0 && (char.IsLetterOrDigit(passage[i - 1]) || passage[i - 1] == '\'')) || (i + 1 < passage.Length && (char.IsLetterOrDigit(passage[i + 1]) || passage[i + 1] == '\''))) continue;
            if (choices.FirstOrDefault(c => char.ToUpperInvariant(c.Trim()[0]) == char.ToUpperInvariant(passage[i])) is not { } choice || !IsLetterHere(passage, i, kind)) continue;
            var tokens = Tokens.Of(passage[Math.Max(0, i - 60)..(i + 1)]);
            if (!Tokens.IsDenied(tokens, tokens.Count - 1) && !taken.Contains(choice)) taken.Add(choice);
        }
        return Of(taken);
    }

    private static bool IsLetterHere(string passage, int at, PassageKind kind)
    {
        var after = at + 1 < passage.Length ? passage[at + 1] : '\n';
        var before = at > 0 ? passage[at - 1] : '\n';
        if (before is '(' or '[' && after is ')' or ']' || before == '*' && after == '*' || before == '"' && after == '"') return true;
        var atHead = passage.AsSpan(0, at).TrimEnd("*_( ") is var head && (head.Length == 0 || head[^1] == '\n');
        if (atHead && (after is ')' or '.' or ':' or '\n' or '*' or ',' || (after == ' ' && at + 2 < passage.Length && passage[at + 2] is '-' or '(' or '='))) return true;
        if (!char.IsAsciiLetterUpper(passage[at])) return false;
        // "A or B" names both.
        if (passage.AsSpan(0, at) is var left && (left.EndsWith(" or ") || left.EndsWith(" and "))) return true;
        if (passage.AsSpan(at + 1) is var right && (right.StartsWith(" or ") || right.StartsWith(" and "))) return true;
        var last = passage.AsSpan(0, at).TrimEnd("*_( :");
        foreach (var cue in LetterCues)
            if (last.EndsWith(cue, StringComparison.OrdinalIgnoreCase)) return passage[at] != 'A' && passage[at] != 'I' || after is not ' ' || kind is PassageKind.Given;
        return passage[at] is not ('A' or 'I') && before == ' ' && after is '.' or '\n' or ',' or ' ' || (kind is not PassageKind.Sentence && after is not ' ');
    }

    private Said<string> Mentions(List<Token> tokens)
    {
        List<string> taken = [];
        for (var i = 0; i < tokens.Count;)
        {
            var hit = words.FirstOrDefault(w => Tokens.At(tokens, i, w.Words));
            if (hit.Words is null)
            {
                i++;
                continue;
            }
            var choice = IsDenied(tokens, i) ? Opposite(tokens, i, hit.Choice) : hit.Choice;
            if (choice is not null && !taken.Contains(choice)) taken.Add(choice);
            // A "not" that belongs to a choice denies no other: "not said or yes" names two.
            for (var end = i + hit.Words.Count; i < end; i++)
                if (Tokens.IsDenial(tokens[i].Text)) tokens[i] = tokens[i] with { Text = "" };
        }
        return Of(taken);
    }

    /// <summary>"isn't sealed" is "not sealed", where that is the other of two choices and nothing else in the passage is denied.</summary>
    private string? Opposite(List<Token> tokens, int at, string choice) =>
        opposites is { } two && two.Choice == choice && at > 0 && !tokens[at].Breaks && tokens[at - 1].Text is ("isn't" or "aren't" or "wasn't" or "weren't") && tokens.Count(t => Tokens.IsDenial(t.Text)) == 1 ? two.Opposite : null;

    /// <summary>Denied itself, or joined to one that is: "neither screws nor nuts", "not screws or nuts".</summary>
    private bool IsDenied(List<Token> tokens, int at)
    {
        for (var from = at; ;)
        {
            if (Tokens.IsDenied(tokens, from)) return true;
            if (from < 2 || tokens[from - 1].Text is not ("or" or "nor")) return false;
            var before = words.FirstOrDefault(w => from - 1 - w.Words.Count >= 0 && Tokens.At(tokens, from - 1 - w.Words.Count, w.Words));
            if (before.Words is null) return false;
            from -= 1 + before.Words.Count;
        }
    }

    private static Said<string> Of(List<string> taken) => taken.Count switch
    {
        0 => Said<string>.Nothing,
        1 => Said<string>.One(taken[0]),
        _ => Said<string>.Unclear($"It names several choices: {Words.List([.. taken.Take(5)])}."),
    };
}

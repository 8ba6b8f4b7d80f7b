using Assay.Units;
using Assay.Vision.Replies;

namespace Assay.Evaluation.Answers;

/// <summary>
/// Finds the final answer of a reply, the one rule for all scorers that look for one (docs/scorers/README.md): what the reply gives as its answer; else a
/// short reply as a whole; else lines of their own, the one thing in bold or fenced, and a conclusion; else the first sentence. Passages of one rank that
/// say different things are no answer.
/// </summary>
internal static class FinalAnswer
{
    private const int LongestLine = 60;
    private const int LongestTalk = 1_500;

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("{\\*`\n");

    private static readonly string[] Conclusions = ["therefore", "so", "thus", "hence", "in conclusion", "in total", "in summary", "overall", "altogether", "the total", "total", "the final", "final", "consequently", "to sum up", "in all"];
    private static readonly string[] Courtesies = ["hope", "let me know", "please", "if you", "note", "is there anything", "sure", "certainly", "of course", "here is", "here are", "looking at", "thank"];
    private static readonly string[] Corrections = ["wait,", "wait.", "actually,", "correction", "on second thought", "scratch that", "i was wrong", "i made a mistake", "let me re"];
    private static readonly string[] Additions = ["total", "altogether", "in all", " plus ", " also ", "another", "additional", " more "];

    public static Found<T> Find<T>(string reply, Func<string, PassageKind, Said<T>> reader) where T : class
    {
        // Who asks does not answer: a reply that repeats the question says nothing.
        Said<T> read(string passage, PassageKind kind) => kind is not PassageKind.Given && passage.AsSpan().TrimEnd("*_\"') ").EndsWith("?") ? Said<T>.Nothing : reader(passage, kind);
        var answer = AnswerText.Plain(ReplyText.Answer(reply)).Trim();
        if (answer.Length == 0) return new(null, reply.AsSpan().IsWhiteSpace() ? "The reply is empty." : "Nothing follows the thoughts of the reply.", null);
        // Most replies to a strict question are a word or two.
        if (answer.Length <= LongestLine && !answer.AsSpan().ContainsAny(Marks) && !answer.Contains("nswer", StringComparison.OrdinalIgnoreCase) && read(answer, PassageKind.Line) is { IsAnswer: true } plain) return Of(plain, answer);
        if (AnswerForms.Given(answer) is { Count: > 0 } given)
        {
            var last = answer.LastIndexOf(given[^1], StringComparison.Ordinal);
            if (last >= 0 && Has(answer.AsSpan(last + given[^1].Length), Corrections)) return new(null, $"The reply takes back its answer '{Short(given[^1])}'.", null);
            return Agreed(given.Select(g => (g, PassageKind.Given)), read) ?? Nothing<T>(given[^1]);
        }
        var short_ = answer.Length <= 400 && Sentences.IsOne(answer);
        if (short_ && read(answer, answer.Length <= LongestLine ? PassageKind.Line : PassageKind.Sentence) is { } whole && (whole.IsAnswer || whole.Several is not null)) return Of(whole, answer);
        return Agreed(Ranked(answer), read) ?? First(answer, read) ?? Anywhere(answer, read) ?? Nothing<T>(answer);
    }

    /// <summary>What the reply gives as its answer, where it gives one thing; else all of it. Plain, without thoughts.</summary>
    public static string Whole(string reply)
    {
        var answer = AnswerText.Plain(ReplyText.Answer(reply)).Trim();
        return AnswerForms.Given(answer) is { Count: > 0 } given ? given.Count == 1 ? given[0] : "" : answer;
    }

    private static IEnumerable<(string, PassageKind)> Ranked(string answer)
    {
        if (AnswerForms.Fenced(answer) is { Length: > 0 } fenced) yield return (fenced, PassageKind.Given);
        if (AnswerForms.Bold(answer) is { } bold) yield return (bold, PassageKind.Given);
        if (answer.Contains('\n', StringComparison.Ordinal))
        {
            if (Bare(answer[..answer.IndexOf('\n', StringComparison.Ordinal)]) is { } first) yield return (first, PassageKind.Line);
            if (Bare(answer[(answer.LastIndexOf('\n') + 1)..]) is { } last) yield return (last, PassageKind.Line);
            if (AnswerForms.AfterLead(answer) is { Length: <= 4_000 } rest) yield return (rest, PassageKind.Line);
        }
        foreach (var sentence in Sentences.Last(answer, 3))
            if (Conclusions.Any(c => Begins(sentence, c))) yield return (sentence, PassageKind.Sentence);
    }

    /// <summary>A line short enough to be an answer alone, and no item of a list.</summary>
    private static string? Bare(string line)
    {
        line = line.Trim();
        var isItem = line.Length > 1 && (line[0] is '-' or '•' or '+' or '#' or '|' || line.StartsWith("* ", StringComparison.Ordinal) || (char.IsAsciiDigit(line[0]) && line.IndexOf(". ", StringComparison.Ordinal) is 1 or 2));
        return line.Length is > 0 and <= LongestLine && !isItem && !Courtesies.Any(c => line.StartsWith(c, StringComparison.OrdinalIgnoreCase)) && !line.EndsWith(':') && line.AsSpan().Count(' ') <= 5 ? line : null;
    }

    private static bool Begins(string sentence, string cue)
    {
        var text = sentence.AsSpan().TrimStart("*_#>- ");
        return text.StartsWith(cue, StringComparison.OrdinalIgnoreCase) && (text.Length == cue.Length || !char.IsLetter(text[cue.Length]));
    }

    private static Found<T>? First<T>(string answer, Func<string, PassageKind, Said<T>> read) where T : class
    {
        var sentence = Sentences.First(answer);
        var said = read(sentence, PassageKind.Sentence);
        if (!said.IsAnswer && said.Several is null) return null;
        var rest = answer.AsSpan(answer.IndexOf(sentence, StringComparison.Ordinal) + sentence.Length);
        if (said.IsAnswer && Has(rest, Corrections)) return new(null, $"The reply takes back what it says first, '{Short(sentence)}', and gives no answer after it.", null);
        // "4 on the left. Another 2 …" counts on.
        if (said.IsAnswer && rest.Length > 0 && Has(rest, Additions) && Sentences.Last(rest.ToString(), 3).Any(s => read(s, PassageKind.Sentence) is { IsAnswer: true, Value: { } other } && !other.Equals(said.Value)))
            return new(null, $"The reply says '{Short(sentence)}' first and goes on to another answer.", null);
        return Of(said, sentence);
    }

    /// <summary>Of a short reply the one thing that its sentences say, where all that say one say the same.</summary>
    private static Found<T>? Anywhere<T>(string answer, Func<string, PassageKind, Said<T>> read) where T : class =>
        answer.Length > LongestTalk || Has(answer, Corrections) ? null : Agreed(Sentences.Last(answer, 12).Select(s => (s, PassageKind.Sentence)), read);

    private static bool Has(ReadOnlySpan<char> text, string[] cues)
    {
        foreach (var cue in cues)
            if (text.Contains(cue, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static Found<T>? Agreed<T>(IEnumerable<(string Text, PassageKind Kind)> passages, Func<string, PassageKind, Said<T>> read) where T : class
    {
        Found<T>? found = null;
        foreach (var (text, kind) in passages)
        {
            var said = read(text, kind);
            if (said.Several is not null) return Of(said, text);
            if (!said.IsAnswer) continue;
            if (found is null) found = Of(said, text);
            else if (!found.Value!.Equals(said.Value)) return new(null, $"The reply gives several answers: '{Short(found.Quoted!)}' and '{Short(text)}'.", null);
        }
        return found;
    }

    private static Found<T> Of<T>(Said<T> said, string passage) where T : class => said.IsAnswer ? new(said.Value, null, passage) : new(null, said.Several, passage);

    private static Found<T> Nothing<T>(string passage) where T : class => new(null, "", passage);

    internal static string Short(string text) => Visible.Line(text, 80);
}

using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>The final answer is a target character by character, but for blanks at its ends and the kind of line ends.</summary>
public sealed class ExactScorer : ReplyScorer<NoOptions>
{
    public override string Id => "exact";

    private protected override NoOptions ReadOptions(OptionReader reader) => NoOptions.Only;

    private protected override Score Score(Sample sample, NoOptions options, ScoredReply reply)
    {
        var whole = Trimmed(reply.Text);
        foreach (var target in sample.Target)
            if (whole == Trimmed(target)) return Evaluation.Score.Pass($"The reply is {Quote(target)}.", whole);
        var answer = Vision.Replies.ReplyText.Answer(reply.Text);
        // Found in the text as it came: here the difference of a quote or a dash counts.
        IReadOnlyList<string> read = AnswerForms.Given(answer) is { Count: > 0 } given ? given : [AnswerForms.Fenced(answer) ?? AnswerForms.Bold(answer) ?? answer];
        var texts = read.Select(Trimmed).Distinct(StringComparer.Ordinal).ToArray();
        if (texts.Length > 1) return Evaluation.Score.Fail($"The reply gives several answers: {Quote(texts[0])} and {Quote(texts[1])}.", texts[^1]);
        foreach (var target in sample.Target)
            if (texts[0] == Trimmed(target)) return Evaluation.Score.Pass($"The answer is {Quote(target)}.", texts[0]);
        return Evaluation.Score.Fail($"The answer reads {Quote(texts[0])}; wanted is {Wanted(sample)}, character by character.", texts[0]);
    }

    private static string Trimmed(string text) => (text.Contains('\r', StringComparison.Ordinal) ? text.ReplaceLineEndings("\n") : text).Trim();
}

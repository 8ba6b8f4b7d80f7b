using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>The final answer is a target, but for case, blanks, forms of characters, Markdown, articles and punctuation around words.</summary>
public sealed class TextScorer : ReplyScorer<NoOptions>
{
    public override string Id => "text";

    private protected override NoOptions ReadOptions(OptionReader reader) => NoOptions.Only;

    private protected override string? TargetFault(Sample sample, NoOptions options) =>
        sample.Target.FirstOrDefault(t => AnswerText.Normal(t).Length == 0) is { } bare ? $"The target {Quote(bare)} is punctuation only and nothing once normalised; use the scorer 'exact' for it." : null;

    private protected override Score Score(Sample sample, NoOptions options, ScoredReply reply)
    {
        var targets = new string[sample.Target.Count];
        var reader = new TargetReader(targets, sample.Input);
        for (var i = 0; i < targets.Length; i++) targets[i] = AnswerText.Normal(sample.Target[i]);
        if (Array.IndexOf(targets, "") >= 0) return new Score.Unscored(TargetFault(sample, options)!);
        var whole = AnswerText.Normal(Vision.TextReading.Read(reply.Text));
        var place = Array.IndexOf(targets, whole);
        if (place >= 0) return Evaluation.Score.Pass($"The reply says {Quote(sample.Target[place])}.", sample.Target[place]);
        var found = FinalAnswer.Find(reply.Text, reader.Read);
        if (found.Value is { } value && (place = Array.IndexOf(targets, value)) >= 0) return Evaluation.Score.Pass($"The answer is {Quote(sample.Target[place])}, in {Quote(found.Quoted!)}.", sample.Target[place]);
        return Evaluation.Score.Fail(found.Why is { Length: > 0 } why ? $"{why} Wanted is {Wanted(sample)}." : $"Wanted is {Wanted(sample)}; the reply does not say that, or not that alone: {Quote(found.Quoted ?? reply.Text)}.", found.Value is null ? null : FinalAnswer.Short(found.Value));
    }
}

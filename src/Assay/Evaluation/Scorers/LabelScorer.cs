using Assay.Units;
using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>A target is among the first labels that the reply ranks.</summary>
public sealed class LabelScorer : ReplyScorer<LabelOptions>
{
    public override string Id => "label";

    public override IReadOnlyList<ScorerOption> Options { get; } = [new("top", "how many of the first labels count, 1 to 1000", "1")];

    private protected override LabelOptions ReadOptions(OptionReader reader)
    {
        var top = reader.Number("top", 1, 1, 1000);
        if (top != Math.Truncate(top)) reader.Wrong("top", "is no whole number");
        return new((int)top);
    }

    private protected override string? TargetFault(Sample sample, LabelOptions options) =>
        sample.Target.FirstOrDefault(t => LabelForm.Of(t).Length == 0) is { } bare ? $"The target {Quote(bare)} has no letter or digit; write a label." : null;

    private protected override Score Score(Sample sample, LabelOptions options, ScoredReply reply)
    {
        var forms = sample.Target.Select(LabelForm.Of).ToArray();
        if (forms.Contains("")) return new Score.Unscored(TargetFault(sample, options)!);
        return LabelReading.Read(reply.Text).Match(
            ranked =>
            {
                var place = ranked.Labels.FirstOrDefault(l => forms.Contains(LabelForm.Of(l.Label)));
                var first = Quote(ranked.Labels[0].Label);
                var counted = options.Top == 1 ? "the first label counts" : $"the first {Format.Exact(options.Top)} labels count";
                if (place is null) return Evaluation.Score.Fail($"The first label is {first}; {Wanted(sample)} is not among the {Format.Exact(ranked.Labels.Count)}.", ranked.Labels[0].Label);
                return place.Rank <= options.Top
                    ? Evaluation.Score.Pass($"{Quote(place.Label)} stands at place {Format.Exact(place.Rank)}; {counted}.", place.Label)
                    : Evaluation.Score.Fail($"{Quote(place.Label)} stands at place {Format.Exact(place.Rank)}; {counted}.", ranked.Labels[0].Label);
            },
            _ => Evaluation.Score.Fail($"The reply names no label; wanted is {Wanted(sample)}."),
            unreadable => Evaluation.Score.Fail($"{unreadable.Why} Wanted is {Wanted(sample)}."));
    }
}

/// <summary>What a suite sets of <see cref="LabelScorer"/>.</summary>
/// <param name="Top">1 and above.</param>
public sealed record LabelOptions(int Top);

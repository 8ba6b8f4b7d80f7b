using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>Word error rate of the text of a reply against the target (docs/vision.md).</summary>
public sealed class WerScorer : RateScorer
{
    public override string Id => "wer";

    private protected override string Name => "WER";

    private protected override TextRate Rate(string reference, string text, TextNormal normal) => TextError.Words(reference, text, normal);
}

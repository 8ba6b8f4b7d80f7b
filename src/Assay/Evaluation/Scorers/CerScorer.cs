using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>Character error rate of the text of a reply against the target (docs/vision.md).</summary>
public sealed class CerScorer : RateScorer
{
    public override string Id => "cer";

    private protected override string Name => "CER";

    private protected override TextRate Rate(string reference, string text, TextNormal normal) => TextError.Characters(reference, text, normal);
}

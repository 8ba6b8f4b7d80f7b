namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: the most output tokens of one call.</summary>
internal sealed class ScoreMaxOutput : IComparisonRule
{
    public string Id => "score-max-output";
    public Section Section => Section.Scorecard;
    public int Order => 5;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) => [ScoreRow.OfTokens(this, context, "Max output", m => m.MaxOutput)];
}

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: the most input tokens of one call; not the same as the context window.</summary>
internal sealed class ScoreMaxInput : IComparisonRule
{
    public string Id => "score-max-input";
    public Section Section => Section.Scorecard;
    public int Order => 4;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) => [ScoreRow.OfTokens(this, context, "Max input", m => m.MaxInput)];
}

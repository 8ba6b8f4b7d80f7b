namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: context window, the larger marked.</summary>
internal sealed class ScoreContextWindow : IComparisonRule
{
    public string Id => "score-context-window";
    public Section Section => Section.Scorecard;
    public int Order => 3;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) => [ScoreRow.OfTokens(this, context, "Context window", m => m.ContextWindow)];
}

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: every tag that confirmed facts give a model, each with its reason in the note.</summary>
internal sealed class ScoreDecisionFit : IComparisonRule
{
    public string Id => "score-decision-fit";
    public Section Section => Section.Scorecard;
    public int Order => 2;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) =>
    [
        ScoreRow.Told(this, context, "Decision fit",
        [
            .. context.Models.Select(context.TagsOf).Select(tags => tags.Count == 0
                ? Cells.Unknown("no confirmed fact gives a tag")
                : Cells.Known(string.Join(", ", tags.Select(t => t.Name)), tags.SelectMany(t => t.Claims)) with { Note = string.Join("; ", tags.Select(t => $"{t.Name}: {t.Reason}")) }),
        ]),
    ];
}

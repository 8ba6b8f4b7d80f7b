using Assay.Catalog;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: active, preview, deprecated or retired, with the date where a source gives one.</summary>
internal sealed class ScoreLifecycle : IComparisonRule
{
    public string Id => "score-lifecycle";
    public Section Section => Section.Scorecard;
    public int Order => 10;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) =>
    [
        ScoreRow.Told(this, context, "Lifecycle",
        [
            .. context.Models.Select(m => context.StageOf(m) is LifecycleStage.Unknown
                ? Cells.Unknown("no source we hold says whether it goes on")
                : Cells.Known(LifecycleWords.Short(m.Lifecycle, context.Day), Cited.End(m.Lifecycle))),
        ]),
    ];
}

using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: what a model is best known to suit, from its first two tags. Nothing for a retired model.</summary>
internal sealed class ScoreBestFor : IComparisonRule
{
    public string Id => "score-best-for";
    public Section Section => Section.Scorecard;
    public int Order => 1;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) =>
        [ScoreRow.Told(this, context, "Best for", [.. context.Models.Select(m => Cell(context, m))])];

    private static Cell Cell(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) return ScoreRow.Retired(model, context.Day);
        var first = context.TagsOf(model).Take(2).ToArray();
        return first.Length == 0
            ? Cells.Unknown("no confirmed fact gives a tag")
            : Cells.Known(Words.Sentence(Words.List([.. first.Select(t => t.Use)])), first.SelectMany(t => t.Claims)) with
            {
                Note = "because " + string.Join("; ", first.Select(t => t.Reason).Distinct(StringComparer.Ordinal)),
            };
    }
}

using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: the cheapest whole bill at the page's traffic. A retired model has none, an unpriced one an unknown one.</summary>
internal sealed class ScoreCost : IComparisonRule
{
    public string Id => "score-cost";
    public Section Section => Section.Scorecard;
    public int Order => 7;

    public IEnumerable<Finding> Evaluate(ComparisonContext context) =>
    [
        ScoreRow.Of(this, context, "Cost at this traffic", ScoreRow.Mark(
            [.. context.Costs.Select(c => Cell(context, c))], [.. context.Costs.Select(c => c.UsdPerMonth)], higherIsBetter: false, Level.Cost)),
    ];

    private static Cell Cell(ComparisonContext context, ModelCost cost)
    {
        if (context.IsRetired(cost.Model)) return ScoreRow.Retired(cost.Model, context.Day);
        return cost.Best is { UsdPerMonth: { } usd } bill
            ? Cells.Known(Format.Usd(usd) + " a month", Cited.Bill(bill)) with { Note = $"at {Routes.Name(bill.Offer)}{(bill.Doubt is Doubt.OneList ? ", one list only" : "")}" }
            : Cells.Unknown(cost.Why ?? "no bill");
    }
}

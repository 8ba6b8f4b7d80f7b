using Assay.Catalog;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>Scorecard row: how many offers of a model are known, and how many of them have input and output prices.</summary>
internal sealed class ScoreRoutes : IComparisonRule
{
    public string Id => "score-routes";
    public Section Section => Section.Scorecard;
    public int Order => 8;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        var found = context.Models.Select(m => Count(context, m)).ToArray();
        return [ScoreRow.Of(this, context, "Provider routes", ScoreRow.Mark([.. found.Select(f => f.Cell)], [.. found.Select(f => f.Known)], higherIsBetter: true, level: 1))];
    }

    private static (Cell Cell, decimal? Known) Count(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) return (ScoreRow.Retired(model, context.Day), null);
        var callable = context.CallableOffers(model);
        // None known is not none: a model may well be served where nobody has told us.
        return callable.Count == 0
            ? (Cells.Unknown("no offer is known that can be called"), null)
            : (Cells.Known($"{callable.Count} known, {callable.Count(Routes.Priced)} priced", Cited.Offers(callable)), callable.Count);
    }
}

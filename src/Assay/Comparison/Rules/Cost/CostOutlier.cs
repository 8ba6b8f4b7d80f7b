using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>
/// Warns where the route used for the bill costs less than half of what the model's routes cost in the middle: such a price is more often
/// a unit error, a stale price or another product than a bargain. Silent below four priced routes, where there is no middle to speak of.
/// </summary>
internal sealed class CostOutlier : ModelRule
{
    private const int FewestRoutes = 4;

    public override string Id => "cost-outlier";
    public override Section Section => Section.Cost;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (context.CostOf(model) is not { Best: { UsdPerMonth: { } least } best }) yield break;
        var bills = context.PricedBills(model);
        if (bills.Length < FewestRoutes) yield break;
        // Bills come cheapest first; of an even number the lower middle one, which warns less.
        var middle = bills[(bills.Length - 1) / 2];
        if (least >= middle.UsdPerMonth!.Value / 2) yield break;
        yield return Say(model, "outlier",
            $"The bill of {model.Name} rests on a price that stands apart: {Routes.Name(best.Offer)} is {Format.PercentLower(middle.UsdPerMonth.Value, least)} below the middle of its {bills.Length} priced routes ({CostWords.Month(middle.UsdPerMonth.Value)} at {Routes.Name(middle.Offer)}). Check it before you rely on it.",
            [.. Cited.Bill(best), .. Cited.Bill(middle)]);
    }
}

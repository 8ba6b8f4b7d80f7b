using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>Says what one model costs at the page's traffic, at which route, and the arithmetic; or why there is no bill.</summary>
internal sealed class CostBill : ModelRule
{
    public override string Id => "cost-bill";
    public override Section Section => Section.Cost;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        var cost = context.CostOf(model);
        if (cost.Best is not { UsdPerMonth: { } usd } bill)
        {
            var retired = context.IsRetired(model);
            yield return Say(model, retired ? "retired" : "unknown", $"There is no bill: {cost.Why}.", retired ? Cited.End(model.Lifecycle) : []);
            yield break;
        }
        var notes = bill.Notes.Count == 0 ? "" : " " + string.Join(' ', bill.Notes);
        var alone = bill.Doubt is Doubt.OneList { Lists: var lists } ? $" Only {Words.List(lists)} {(lists.Count == 1 ? "gives" : "give")} this price." : "";
        yield return Say(model, "priced", $"{model.Name} costs {CostWords.Month(usd)} at {Routes.Name(bill.Offer)}: {Words.List([.. bill.Lines.Select(CostWords.Line)])}.{alone}{notes}", Cited.Bill(bill));
    }
}

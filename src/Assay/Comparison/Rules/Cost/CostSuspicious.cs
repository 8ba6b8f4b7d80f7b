using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>
/// Says which routes would be cheaper by a price that is not believed: 90 times below its neighbours with nothing that backs it, or told by one
/// list alone and far below the cheapest confirmed route. A price that is far off and backed is used with a warning. Silent where no such route is below the bill used.
/// </summary>
internal sealed class CostSuspicious : ModelRule
{
    public override string Id => "cost-suspicious";
    public override Section Section => Section.Cost;
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) yield break;
        var cost = context.CostOf(model);
        if (cost.Best is { Doubt: Doubt.FarOff { Price: var odd } } best)
            yield return Say(model, "warned", $"The bill of {model.Name} rests on a price at {Routes.Name(best.Offer)} that others contradict: {odd.Text}. Check it before you rely on it.", odd.Claims);
        Bill[] aside = [.. cost.All.Where(b => b is { UsdPerMonth: { } usd, IsCredible: false } && !(usd > cost.UsdPerMonth))];
        if (Array.FindAll(aside, b => b.Doubt is Doubt.FarOff) is [{ Doubt: Doubt.FarOff { Price: var price } } far, ..] farOff)
            yield return Say(model, "set-aside", $"{Routes.Name(far.Offer)} is not taken as the cheapest route of {model.Name}: {price.Text}.{More(farOff, so: true)}", Claims(farOff));
        if (Array.FindAll(aside, b => b.Doubt is Doubt.OneList) is [{ Doubt: Doubt.OneList { Lists: var lists }, UsdPerMonth: { } usd } first, ..] lone)
        {
            yield return Say(model, "one-list",
                $"{Routes.Name(first.Offer)} would be {Format.PercentLower(cost.UsdPerMonth!.Value, usd)} lower, {CostWords.Month(usd)}, by the word of {Words.List(lists)} alone: the bill of {model.Name} uses the cheapest route that its provider or a second list confirms.{More(lone, so: false)}",
                [.. Claims(lone), .. Cited.Bill(cost.Best)]);
        }
    }

    private static IReadOnlyList<Claim> Claims(Bill[] bills) => [.. bills.SelectMany(b => b.Doubt!.Claims)];

    private static string More(Bill[] bills, bool so)
    {
        var verb = bills.Length == 2 ? "is" : "are";
        var routes = Words.Plural(bills.Length - 1, "more route");
        return bills.Length == 1 ? "" : so ? $" So {verb} {routes}." : $" {routes} {verb} set aside for the same reason.";
    }
}

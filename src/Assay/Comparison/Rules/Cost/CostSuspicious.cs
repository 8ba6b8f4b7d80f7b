using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>
/// Says which routes would be the cheapest by a price that is 90 times below its neighbours: set aside where nothing backs the price, used with a warning
/// where something does. Silent where no such route is below the bill used.
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
        if (cost.Best is { Suspicious: { } odd } best)
            yield return Say(model, "warned", $"The bill of {model.Name} rests on a price at {Routes.Name(best.Offer)} that others contradict: {odd.Text}. Check it before you rely on it.", odd.Claims);
        Bill[] aside = [.. cost.All.Where(b => b is { UsdPerMonth: { } usd, IsCredible: false } && !(usd > cost.UsdPerMonth))];
        if (aside is not [{ Suspicious: { } price } first, ..]) yield break;
        var more = aside.Length == 1 ? "" : $" So {(aside.Length == 2 ? "is" : "are")} {Words.Plural(aside.Length - 1, "more route")}.";
        yield return Say(model, "set-aside", $"{Routes.Name(first.Offer)} is not taken as the cheapest route of {model.Name}: {price.Text}.{more}", [.. aside.SelectMany(b => b.Suspicious!.Claims)]);
    }
}

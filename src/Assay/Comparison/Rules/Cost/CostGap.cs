using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>Says how far two bills lie apart: dollars a month, percent and ratio; or that they are level. Silent where one is missing.</summary>
internal sealed class CostGap : PairRule
{
    public override string Id => "cost-gap";
    public override Section Section => Section.Cost;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (context.CostOf(first).Best is null || context.CostOf(second).Best is null) yield break;
        var (cheap, low, dear, high) = CostWords.Order(context, first, second);
        var (least, most) = (low.UsdPerMonth!.Value, high.UsdPerMonth!.Value);
        IReadOnlyList<Claim> claims = [.. Cited.Bill(low), .. Cited.Bill(high)];
        yield return Level.Within(least, most, Level.Cost)
            ? Say("tie", $"The bills of {first.Name} and {second.Name} are level: less than 1 % lies between them.", claims, [first, second])
            : Say("gap", $"The gap is {CostWords.Month(most - least)}: {cheap.Name} is {Format.PercentLower(most, least)} lower, and {dear.Name} costs {Format.Times(most / least)} as much.", claims, [cheap, dear], favors: cheap);
    }
}

using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says which whole bill is lower at the page's traffic, or that they are level, or why it cannot be said.</summary>
internal sealed class TradeoffPrice : PairRule
{
    public override string Id => "tradeoff-price";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 4;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (CostWords.Obstacle(context, first, second) is { } obstacle)
        {
            yield return Say(obstacle.Decision, $"Which of the two costs less at this traffic cannot be said: {obstacle.Why}.", obstacle.Claims, [first, second]);
            yield break;
        }
        var (cheap, low, dear, high) = CostWords.Order(context, first, second);
        var (least, most) = (low.UsdPerMonth!.Value, high.UsdPerMonth!.Value);
        IReadOnlyList<Claim> claims = [.. Cited.Bill(low), .. Cited.Bill(high)];
        yield return Level.Within(least, most, Level.Cost)
            ? Say("tie", $"{first.Name} and {second.Name} cost the same at this traffic, within 1 %: {(least == most ? "" : $"{Format.Usd(least)} and ")}{CostWords.Month(most)}.", claims, [first, second])
            : Say("lower", $"{cheap.Name} costs {CostWords.Month(least)} at this traffic, {Format.PercentLower(most, least)} lower than the {Format.Usd(most)} of {dear.Name}, which is {Format.Times(most / least)} the price.", claims, [cheap, dear], favors: cheap);
    }
}

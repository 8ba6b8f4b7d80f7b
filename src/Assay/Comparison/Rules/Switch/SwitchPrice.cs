using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Says by how much the bill at the page's traffic rises or falls with the move, or why that cannot be said.</summary>
internal sealed class SwitchPrice : SwitchRule
{
    public override string Id => "switch-price";
    public override int Order => 4;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (CostWords.Obstacle(context, from, to) is { } obstacle)
        {
            yield return Say(from, to, obstacle.Decision, $"How the bill changes cannot be said: {obstacle.Why}.", obstacle.Claims);
            yield break;
        }
        var (old, now) = (context.CostOf(from).Best!, context.CostOf(to).Best!);
        var (before, after) = (old.UsdPerMonth!.Value, now.UsdPerMonth!.Value);
        IReadOnlyList<Claim> claims = [.. Cited.Bill(old), .. Cited.Bill(now)];
        var step = $"from {Format.Usd(before)} to {CostWords.Month(after)} at this traffic";
        if (Level.Within(before, after, Level.Cost)) yield return Say(from, to, "same", $"The bill stays level: {step}, less than 1 % apart.", claims);
        else if (after > before) yield return Say(from, to, "up", $"The bill rises {step}: {Format.Usd(after - before)} more, {Format.Times(after / before)} as much.", claims);
        else yield return Say(from, to, "down", $"The bill falls {step}: {Format.Usd(before - after)} less, {Format.PercentLower(before, after)} lower.", claims);
    }
}

using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Faq;

/// <summary>Which is cheaper? By the whole bill of one route each at the page's traffic, never by single prices.</summary>
internal sealed class FaqCheaper : FaqRule
{
    public override string Id => "faq-cheaper";
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var question = $"Which is cheaper, {first.Name} or {second.Name}?";
        if (CostWords.Obstacle(context, first, second) is { } obstacle)
        {
            yield return Answer(obstacle.Decision, question, $"It cannot be said: {obstacle.Why}.", obstacle.Claims, first, second);
            yield break;
        }
        var (cheap, low, dear, high) = CostWords.Order(context, first, second);
        var (least, most) = (low.UsdPerMonth!.Value, high.UsdPerMonth!.Value);
        IReadOnlyList<Claim> claims = [.. Cited.Bill(low), .. Cited.Bill(high)];
        var traffic = $"{Format.Count(context.Traffic.InputTokens)} input and {Format.Count(context.Traffic.OutputTokens)} output tokens a month";
        yield return Level.Within(least, most, Level.Cost)
            ? Answer("tie", question, $"Neither: at {traffic} both cost {Format.Usd(least)}, within 1 %.", claims, first, second)
            : Answer("lower", question, $"{cheap.Name}: at {traffic} it costs {Format.Usd(least)} at {Routes.Name(low.Offer)}, {Format.PercentLower(most, least)} lower than {dear.Name} with {Format.Usd(most)} at {Routes.Name(high.Offer)}.", claims, first, second);
    }
}

using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.DeepDive;

/// <summary>The price of a million tokens of one route at the page's own mix of input and output. Silent where no route is priced.</summary>
internal sealed class DeepBlend : ModelRule
{
    public override string Id => "deep-blend";
    public override Section Section => Section.DeepDive;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (context.CostOf(model).Best?.Offer is not { } offer) yield break;
        var (input, output) = (offer.Price(PriceKind.Input), offer.Price(PriceKind.Output));
        if (!input.TryGetConfirmed(out var takes) || !output.TryGetConfirmed(out var gives)) yield break;
        var share = context.Traffic.InputShare;
        var blend = takes.Usd * share + gives.Usd * (1 - share);
        yield return Say(model, "blend",
            $"At this page's mix of {Format.Percent(share)} input and {Format.Percent(1 - share)} output, a million tokens of {model.Name} at {Routes.Name(offer)} come to {Format.Usd(blend)} (list prices: {takes} in, {gives} out).",
            Cited.Of(input, output));
    }
}

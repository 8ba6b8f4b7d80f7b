using Assay.Catalog;

namespace Assay.Comparison.Rules.Lifecycle;

/// <summary>
/// The banner for routes: the one that the bill uses is deprecated or in preview, or a cheaper one was shut down and is therefore not used.
/// Silent where the same statement already stands for the model.
/// </summary>
internal sealed class LifecycleOffer : ModelRule
{
    public override string Id => "lifecycle-offer";
    public override Section Section => Section.Lifecycle;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (context.CostOf(model).Best is not { Offer: var used } best) yield break;
        if (Own(model, used) && used.Lifecycle.StageOn(context.Day) is LifecycleStage.Deprecated or LifecycleStage.Preview)
        {
            var decision = used.Lifecycle.StageOn(context.Day) is LifecycleStage.Preview ? "preview" : "deprecated";
            yield return Say(model, decision,
                $"The offer that the bill of {model.Name} uses, at {Routes.Name(used)}, {LifecycleWords.Predicate(used.Lifecycle, context.Day)}. This is said of that provider's offer only.",
                Cited.End(used.Lifecycle));
        }
        foreach (var bill in context.CostOf(model).All)
        {
            if (bill.UsdPerMonth is not { } usd || usd >= best.UsdPerMonth) break;
            if (usd == 0 || bill.Offer.Lifecycle.StageOn(context.Day) is not LifecycleStage.Retired) continue;
            yield return Say(model, "retired",
                $"A cheaper offer of {model.Name}, at {Routes.Name(bill.Offer)}, {LifecycleWords.Predicate(bill.Offer.Lifecycle, context.Day)}; the bill uses {Routes.Name(used)} instead.",
                Cited.End(bill.Offer.Lifecycle));
            yield break;
        }
    }

    private static bool Own(Model model, Offer offer) => !ReferenceEquals(model.Lifecycle, offer.Lifecycle);
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Says that a move leaves a model that ends, or leads to one. Silent where neither does.</summary>
internal sealed class SwitchLifecycle : SwitchRule
{
    public override string Id => "switch-lifecycle";
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (context.IsRetired(to))
        {
            var instead = LifecycleWords.Successor(context.Catalog, to.Lifecycle) is { } named && named != from.Name ? $" The successor named is {named}." : "";
            yield return Say(from, to, "impossible", $"There is nothing to move to: {to.Name} {LifecycleWords.Predicate(to.Lifecycle, context.Day)}.{instead}", Cited.End(to.Lifecycle));
            yield break;
        }
        if (context.StageOf(to) is LifecycleStage.Deprecated or LifecycleStage.Preview)
            yield return Say(from, to, context.StageOf(to) is LifecycleStage.Preview ? "to-preview" : "to-ending",
                $"{to.Name} {LifecycleWords.Predicate(to.Lifecycle, context.Day)}.", Cited.End(to.Lifecycle));
        if (context.StageOf(from) is LifecycleStage.Retired or LifecycleStage.Deprecated)
        {
            var named = LifecycleWords.Successor(context.Catalog, from.Lifecycle) == to.Name ? $" {to.Name} is the successor named." : "";
            yield return Say(from, to, "from-ending", $"The move leaves a model that {LifecycleWords.Predicate(from.Lifecycle, context.Day)}.{named}", Cited.End(from.Lifecycle));
        }
    }
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Faq;

/// <summary>Are they still available? From the lifecycle statements of each; without one it is unknown, and not "yes".</summary>
internal sealed class FaqAvailable : FaqRule
{
    public override string Id => "faq-available";
    public override int Order => 6;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        IReadOnlyList<Claim> claims = [.. Cited.End(first.Lifecycle), .. Cited.End(second.Lifecycle)];
        yield return Answer(claims.Count == 0 ? "unknown" : "told", $"Are {first.Name} and {second.Name} still available?", $"{Of(context, first)} {Of(context, second)}", claims, first, second);
    }

    private static string Of(ComparisonContext context, Model model)
    {
        var successor = context.StageOf(model) is LifecycleStage.Retired or LifecycleStage.Deprecated && LifecycleWords.Successor(context.Catalog, model.Lifecycle) is { } named
            ? $" The successor named is {named}." : "";
        return $"{model.Name} {LifecycleWords.Predicate(model.Lifecycle, context.Day)}.{successor}";
    }
}

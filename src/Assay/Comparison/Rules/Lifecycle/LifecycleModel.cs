using Assay.Catalog;

namespace Assay.Comparison.Rules.Lifecycle;

/// <summary>The banner for a model that is retired, deprecated or in preview: date, how far it reaches, successor. Silent for the rest.</summary>
internal sealed class LifecycleModel : ModelRule
{
    public override string Id => "lifecycle-model";
    public override Section Section => Section.Lifecycle;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        var decision = context.StageOf(model) switch
        {
            LifecycleStage.Retired => "retired",
            LifecycleStage.Deprecated => "deprecated",
            LifecycleStage.Preview => "preview",
            _ => null,
        };
        if (decision is null) yield break;
        var claims = Cited.End(model.Lifecycle);
        var text = $"{model.Name} {LifecycleWords.Predicate(model.Lifecycle, context.Day)}{Scope(claims)}.{Successor(context, model, decision)}";
        yield return Say(model, decision, text, claims);
    }

    private static string Scope(IReadOnlyList<Claim> claims) => claims[0].Subject is { Kind: SubjectKind.Offer } offer
        ? $" (said of its maker's own service, {OfferId.Parse(offer.Id).Provider})"
        : " (said of the model itself)";

    private static string Successor(ComparisonContext context, Model model, string decision) =>
        decision == "preview" ? ""
        : LifecycleWords.Successor(context, model.Lifecycle) is { } successor ? $" The successor named is {successor}." : " No source names a successor.";
}

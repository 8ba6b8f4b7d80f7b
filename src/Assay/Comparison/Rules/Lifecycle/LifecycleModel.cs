using Assay.Catalog;

namespace Assay.Comparison.Rules.Lifecycle;

/// <summary>The banner for a model that is retired, deprecated or in preview: date, how far it reaches, successor. Silent for the rest.</summary>
internal sealed class LifecycleModel : FactRule
{
    public override string Id => "lifecycle-model";
    public override Section Section => Section.Lifecycle;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var decision = model.Lifecycle.StageOn(catalog.AsOf) switch
        {
            LifecycleStage.Retired => "retired",
            LifecycleStage.Deprecated => "deprecated",
            LifecycleStage.Preview => "preview",
            _ => null,
        };
        if (decision is null) yield break;
        var claims = Cited.End(model.Lifecycle);
        var text = $"{model.Name} {LifecycleWords.Predicate(model.Lifecycle, catalog.AsOf)}{Scope(claims)}.{Successor(catalog, model, decision)}";
        yield return Say(model, decision, text, claims);
    }

    private static string Scope(IReadOnlyList<Claim> claims) => claims[0].Subject is { Kind: SubjectKind.Offer } offer
        ? $" (said of its maker's own service, {OfferId.Parse(offer.Id).Provider})"
        : " (said of the model itself)";

    private static string Successor(CatalogSnapshot catalog, Model model, string decision) =>
        decision == "preview" ? ""
        : LifecycleWords.Successor(catalog, model.Lifecycle) is { } successor ? $" The successor named is {successor}." : " No source names a successor.";
}

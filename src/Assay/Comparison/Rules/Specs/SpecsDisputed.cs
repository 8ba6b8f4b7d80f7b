using Assay.Catalog;

namespace Assay.Comparison.Rules.Specs;

/// <summary>Tells each dispute about a specification: both values, both sources, and which one the policy picks and why.</summary>
internal sealed class SpecsDisputed : FactRule
{
    public override string Id => "specs-disputed";
    public override Section Section => Section.Specs;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        foreach (var spec in Spec.All)
            if (spec.Of(model) is { State: FactState.Disputed } fact && ClaimWords.Dispute(fact) is { } said)
                yield return Say(model, "disputed", $"The {spec.Noun} of {model.Name} is disputed: {said}", Cited.Of(fact));
    }
}

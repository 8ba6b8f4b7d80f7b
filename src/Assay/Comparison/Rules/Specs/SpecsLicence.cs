using Assay.Catalog;

namespace Assay.Comparison.Rules.Specs;

/// <summary>Says under what terms the weights are: "open source" for a licence approved by the OSI and for nothing else.</summary>
internal sealed class SpecsLicence : FactRule
{
    public override string Id => "specs-licence";
    public override Section Section => Section.Specs;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var (decision, text) = LicenceWords.Of(model);
        yield return decision == "unknown" ? Say(model, decision, text, []) : Say(model, decision, text, Cited.Of(model.Licence, model.Weights, model.CommercialUse));
    }
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Provenance;

/// <summary>Every fact and claim that a page rests on.</summary>
internal static class PageClaims
{
    public static IEnumerable<IFact> Facts(Model model)
    {
        foreach (var spec in Spec.All) yield return spec.Of(model);
        foreach (var capability in Capability.All) yield return model.Has(capability);
        foreach (var task in VisionTask.All) yield return model.Tasks[task];
        yield return model.Lifecycle.Status;
        yield return model.Lifecycle.Deprecated;
        yield return model.Lifecycle.Retires;
        yield return model.Lifecycle.Successor;
        foreach (var offer in model.Offers)
            foreach (var price in offer.Prices) yield return price.Price;
    }

    /// <summary>A claim may come twice: an offer's claim is also what a fact of its model rests on.</summary>
    public static IEnumerable<Claim> Of(Model model)
    {
        foreach (var fact in Facts(model))
            foreach (var claim in fact.Claims)
                if (claim.Subject.Kind is not SubjectKind.Offer) yield return claim;
        foreach (var offer in model.Offers)
            foreach (var claim in offer.Claims) yield return claim;
        foreach (var result in model.Results) yield return result.Claim;
    }
}

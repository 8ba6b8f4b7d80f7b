using Assay.Catalog;

namespace Assay.Comparison.Rules.Provenance;

/// <summary>Every fact and claim that a page rests on.</summary>
internal static class PageClaims
{
    public static IEnumerable<IFact> Facts(Model model) => PageFact.Of(model).Select(f => f.Fact);

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

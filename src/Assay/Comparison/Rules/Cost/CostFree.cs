using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>Says that free tiers of a model exist and what they allow, and that the bill does not use them. Silent where none is known.</summary>
internal sealed class CostFree : ModelRule
{
    public override string Id => "cost-free";
    public override Section Section => Section.Cost;
    public override int Order => 5;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        var tiers = new List<string>();
        var facts = new List<IFact>();
        foreach (var offer in context.CallableOffers(model))
        {
            if (offer.FreeTier.TryGetConfirmed(out var limits)) facts.Add(offer.FreeTier);
            else if (IsFree(offer)) facts.AddRange([offer.Price(PriceKind.Input), offer.Price(PriceKind.Output)]);
            else continue;
            tiers.Add(limits is null ? $"{Routes.Name(offer)}, limits not told" : $"{Routes.Name(offer)}: {limits.TrimEnd('.')}");
        }
        if (tiers.Count == 0) yield break;
        var rest = tiers.Count > 4 ? $"; and {Words.Plural(tiers.Count - 4, "more such offer")}" : "";
        yield return Say(model, "free-tier", $"{model.Name} has {(tiers.Count == 1 ? "a free tier" : $"{tiers.Count} free tiers")} ({string.Join("; ", tiers.Take(4))}{rest}). No bill here uses a free tier.", Cited.Of(facts));
    }

    private static bool IsFree(Offer offer) =>
        offer.Price(PriceKind.Input).TryGetConfirmed(out var input) && offer.Price(PriceKind.Output).TryGetConfirmed(out var output) && input.Usd == 0 && output.Usd == 0;
}

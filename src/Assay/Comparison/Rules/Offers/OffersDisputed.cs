using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Offers;

/// <summary>Tells on which prices of a model sources disagree, with the value used and the one it was picked over. Silent where they agree.</summary>
internal sealed class OffersDisputed : FactRule
{
    private const int Named = 6;

    public override string Id => "offers-disputed";
    public override Section Section => Section.Offers;
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var disputed = model.Offers.SelectMany(o => o.Prices, (o, p) => (Offer: o, Price: p)).Where(d => d.Price.Price.IsDisputed && Cited.Rival(d.Price.Price) is not null).ToArray();
        if (disputed.Length == 0) yield break;
        string[] told = [.. disputed.Take(Named).Select(d => Told(d.Offer, d.Price)), .. disputed.Length > Named ? [$"{disputed.Length - Named} more"] : Array.Empty<string>()];
        yield return Say(model, "disputed", $"Sources disagree on {Words.Plural(disputed.Length, "price")} of {model.Name}; {(disputed.Length == 1 ? "the first" : "the first of each")} is used here: {Words.List(told)}.",
            Cited.Of(disputed.Select(d => (IFact)d.Price.Price)));
    }

    private static string Told(Offer offer, PriceComponent price) =>
        $"{price.Kind.Label.ToLowerInvariant()}{(price.When == PriceCondition.Always ? "" : " " + price.When.Label)} at {Routes.Name(offer)} ({ClaimWords.Value(price.Price.Claims[0])} or {ClaimWords.Value(Cited.Rival(price.Price)!)})";
}

using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Offers;

/// <summary>Says how many offers of a model are known and priced, and how old the prices are; those older than 180 days are counted.</summary>
internal sealed class OffersSummary : FactRule
{
    private const int Stale = 180;

    public override string Id => "offers-summary";
    public override Section Section => Section.Offers;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        if (model.Offers.Count == 0)
        {
            yield return Say(model, "unknown", $"No offer of {model.Name} is known.", []);
            yield break;
        }
        Claim[] prices = [.. model.Offers.Where(Routes.Priced).Select(o => o.Price(PriceKind.Input).Claims[0])];
        var known = $"{Words.Plural(model.Offers.Count, "offer")} of {model.Name} {(model.Offers.Count == 1 ? "is" : "are")} known, {Share(prices.Length, model.Offers.Count)}with input and output prices";
        if (prices.Length == 0)
        {
            yield return Say(model, "unpriced", known + ".", Cited.Offers(model.Offers));
            yield break;
        }
        var (oldest, newest) = (prices.Min(c => c.Source.AsOf), prices.Max(c => c.Source.AsOf));
        var dates = oldest == newest ? $"{(prices.Length == 1 ? "The price is" : "All prices are")} as of {newest} ({Words.Age(newest, catalog.AsOf)})"
            : $"The newest price is as of {newest} ({Words.Age(newest, catalog.AsOf)}), the oldest as of {oldest} ({Words.Age(oldest, catalog.AsOf)})";
        var stale = prices.Count(c => catalog.AsOf.DayNumber - c.Source.AsOf.Latest.DayNumber > Stale);
        var warning = stale == 0 ? "" : $" {Words.Plural(stale, "price")} {(stale == 1 ? "is" : "are")} more than {Stale} days old and may no longer hold.";
        yield return Say(model, stale == 0 ? "dated" : "stale", $"{known}. {dates}.{warning}", prices);
    }

    private static string Share(int priced, int all) => priced == 0 ? "none " : priced < all ? $"{priced} " : all == 1 ? "" : "all ";
}

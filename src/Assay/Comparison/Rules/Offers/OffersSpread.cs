using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Comparison.Rules.Offers;

/// <summary>Says how far the cheapest and the dearest whole bill of one model's routes lie apart. Silent below two priced routes.</summary>
internal sealed class OffersSpread : ModelRule
{
    public override string Id => "offers-spread";
    public override Section Section => Section.Offers;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) yield break;
        var bills = context.PricedBills(model);
        if (bills.Length < 2) yield break;
        var (low, high) = (bills[0], bills[^1]);
        var (least, most) = (low.UsdPerMonth!.Value, high.UsdPerMonth!.Value);
        IReadOnlyList<Claim> claims = [.. Cited.Bill(low), .. Cited.Bill(high)];
        yield return Level.Within(least, most, Level.Cost)
            ? Say(model, "tie", $"The {bills.Length} priced offers of {model.Name} cost the same at this traffic, within 1 %: {CostWords.Month(least)}.", claims)
            : Say(model, "spread", $"At this traffic the {bills.Length} priced offers of {model.Name} lie between {Format.Usd(least)} at {At(low, high)} and {CostWords.Month(most)} at {At(high, low)}: the lowest is {Format.PercentLower(most, least)} lower.", claims);
    }

    /// <summary>Two offers of one provider are told apart by their ids.</summary>
    private static string At(Bill bill, Bill other) =>
        Routes.Name(bill.Offer) == Routes.Name(other.Offer) ? $"{Routes.Name(bill.Offer)} as {bill.Offer.Id.ModelAtProvider}" : Routes.Name(bill.Offer);
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Cost;

/// <summary>Says what a retired model would have cost at the last prices known: history, marked as such. Silent for models that can be called.</summary>
internal sealed class CostRetired : ModelRule
{
    public override string Id => "cost-retired";
    public override Section Section => Section.Cost;
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (!context.IsRetired(model)) yield break;
        yield return context.CostOf(model).LastKnown is { UsdPerMonth: { } usd } bill
            ? Say(model, "history", $"For the record only: at its last known prices, at {Routes.Name(bill.Offer)}, {model.Name} would have cost {CostWords.Month(usd)}. It cannot be bought any more.", [.. Cited.Bill(bill), .. Cited.End(model.Lifecycle)])
            : Say(model, "unknown", $"What {model.Name} cost before it was shut down is not known.", Cited.End(model.Lifecycle));
    }
}

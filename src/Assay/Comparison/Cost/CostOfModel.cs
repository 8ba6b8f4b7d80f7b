using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Cost;

/// <summary>Finds the route with the least whole bill. Never the cheapest input of one offer with the cheapest output of another.</summary>
public static class CostOfModel
{
    public static ModelCost At(Model model, TrafficProfile traffic, DateOnly day)
    {
        // Among equals the order of offers, which is by id, stays.
        var bills = model.Offers.Select(o => BillCalculator.Price(o, traffic))
            .OrderBy(b => b.UsdPerMonth ?? decimal.MaxValue).ThenBy(b => b.Offer.Provider.Organization != model.Organization.Id).ToArray();
        // A bill of $0 is a free tier: its limits at this traffic are not known, so it is shown among all bills and never picked.
        var whole = bills.Where(b => b.UsdPerMonth > 0).ToArray();

        if (model.Lifecycle.StageOn(day) is LifecycleStage.Retired)
            return new() { Model = model, All = bills, Best = null, LastKnown = whole.FirstOrDefault(), Why = Retired(model) };

        var best = Array.Find(whole, b => b.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired);
        return new() { Model = model, All = bills, Best = best, LastKnown = null, Why = best is null ? Missing(model, bills, day) : null };
    }

    private static string Retired(Model model) => model.Lifecycle.Retires.TryGetConfirmed(out var end)
        ? $"{model.Name} was shut down {Words.On(end)}, so it has no current cost"
        : $"{model.Name} is retired, so it has no current cost";

    private static string Missing(Model model, Bill[] bills, DateOnly day)
    {
        var callable = Array.FindAll(bills, b => b.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired);
        if (bills.Length == 0) return $"no offer of {model.Name} is known";
        if (callable.Length == 0) return $"every known offer of {model.Name} was shut down";
        if (Array.Exists(callable, b => b.UsdPerMonth == 0)) return $"only free tiers of {model.Name} are known, and not what they allow at this traffic";
        return Array.Find(callable, b => b.Lines.Any(l => l.Usd is not null)) is { Why: { } why } ? $"the offers of {model.Name} have {why}" : $"no offer of {model.Name} has a confirmed price";
    }
}

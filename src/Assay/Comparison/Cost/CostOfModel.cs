using Assay.Catalog;

namespace Assay.Comparison.Cost;

/// <summary>Finds the route with the least whole bill. Never the cheapest input of one offer with the cheapest output of another.</summary>
public static class CostOfModel
{
    public static ModelCost At(Model model, TrafficProfile traffic, DateOnly day)
    {
        var bills = model.Offers.Select(o => BillCalculator.Price(o, traffic))
            .OrderBy(b => b.UsdPerMonth is null).ThenBy(b => b.UsdPerMonth).ThenBy(b => b.Offer.Id.ToString(), StringComparer.Ordinal).ToArray();
        var whole = bills.Where(b => b.UsdPerMonth is not null).ToArray();

        if (model.Lifecycle.StageOn(day) is LifecycleStage.Retired)
            return new() { Model = model, All = bills, Best = null, LastKnown = whole.FirstOrDefault(), Why = Retired(model) };

        var best = Array.Find(whole, b => b.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired);
        return new() { Model = model, All = bills, Best = best, LastKnown = null, Why = best is null ? Missing(model, bills) : null };
    }

    private static string Retired(Model model) => model.Lifecycle.Retires.TryGetConfirmed(out var end)
        ? $"{model.Name} was shut down ({end}), so it has no current cost"
        : $"{model.Name} is retired, so it has no current cost";

    private static string Missing(Model model, Bill[] bills) => bills.Length == 0
        ? $"no offer of {model.Name} is known"
        : bills.FirstOrDefault(b => b.Lines.Any(l => l.Usd is not null))?.Why ?? $"no offer of {model.Name} has a confirmed price";
}

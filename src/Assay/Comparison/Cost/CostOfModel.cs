using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Units;

namespace Assay.Comparison.Cost;

/// <summary>Finds the route with the least whole bill. Never the cheapest input of one offer with the cheapest output of another.</summary>
public static class CostOfModel
{
    public static ModelCost At(Model model, TrafficProfile traffic, DateOnly day)
    {
        // Among equals the order of offers, which is by id, stays.
        var low = SuspiciousPrices.Low(model);
        var bills = model.Offers.Select(o => Judged(BillCalculator.Price(o, traffic), low))
            .OrderBy(b => b.UsdPerMonth is null ? 2 : b.IsCredible ? 0 : 1).ThenBy(b => b.UsdPerMonth).ThenBy(b => b.Offer.Provider.Organization != model.Organization.Id).ToArray();
        // A bill of $0 is a free tier: its limits at this traffic are not known, so it is shown among all bills and never picked.
        var whole = bills.Where(b => b is { UsdPerMonth: > 0, IsCredible: true }).ToArray();

        if (model.Lifecycle.StageOn(day) is LifecycleStage.Retired)
            return new() { Model = model, All = bills, Best = null, LastKnown = whole.FirstOrDefault(), Why = Retired(model) };

        var best = Array.Find(whole, b => b.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired);
        return new() { Model = model, All = bills, Best = best, LastKnown = null, Why = best is null ? Missing(model, bills, day) : null };
    }

    /// <summary>With the worst of its prices that are suspiciously low: nothing that backs it goes before something that does.</summary>
    private static Bill Judged(Bill bill, IReadOnlyList<SuspiciousPrice> low) => low.Count == 0 ? bill : bill with
    {
        Suspicious = low.Where(s => ReferenceEquals(s.Offer, bill.Offer) && bill.Lines.Any(l => l.Claims is [var picked, ..] && ReferenceEquals(picked, s.Claim))).OrderBy(s => s.Backed).FirstOrDefault(),
    };

    private static string Retired(Model model) => model.Lifecycle.Retires.TryGetConfirmed(out var end)
        ? $"{model.Name} was shut down {Words.On(end)}, so it has no current cost"
        : $"{model.Name} is retired, so it has no current cost";

    private static string Missing(Model model, Bill[] bills, DateOnly day)
    {
        var callable = Array.FindAll(bills, b => b.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired);
        if (bills.Length == 0) return $"no offer of {model.Name} is known";
        if (callable.Length == 0) return $"every known offer of {model.Name} was shut down";
        if (Array.Find(callable, b => !b.IsCredible) is { Suspicious: { } price } doubted) return $"the price of {model.Name} at {doubted.Offer.Provider.Name} cannot be believed: {price.Text}";
        if (Array.TrueForAll(callable, b => b.Offer.IsOnOwnMachine)) return $"no price applies to {model.Name}: it runs on your own machine";
        if (Array.Exists(callable, b => b.UsdPerMonth == 0)) return $"only free tiers of {model.Name} are known, and not what they allow at this traffic";
        return Array.Find(callable, b => b.Lines.Any(l => l.Usd is not null)) is { Why: { } why } ? $"the offers of {model.Name} have {why}" : $"no offer of {model.Name} has a confirmed price";
    }
}

using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Units;

namespace Assay.Comparison.Cost;

/// <summary>
/// Finds the route with the least whole bill that can be believed. Never the cheapest input of one offer with the cheapest output of another,
/// and never a price on one list's word where confirmed ones are far higher.
/// </summary>
public static class CostOfModel
{
    public static ModelCost At(Model model, TrafficProfile traffic, DateOnly day)
    {
        var retired = model.Lifecycle.StageOn(day) is LifecycleStage.Retired;
        bool Counts(Bill bill) => retired || bill.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired;
        // Among equals the order of offers, which is by id, stays.
        var bills = Judged(model, [.. model.Offers.Select(o => BillCalculator.Price(o, traffic))], Counts)
            .OrderBy(b => b.UsdPerMonth is null ? 2 : b.IsCredible ? 0 : 1).ThenBy(b => b.UsdPerMonth).ThenBy(IsLone).ThenBy(b => b.Offer.Provider.Organization != model.Organization.Id).ToArray();
        // A bill of $0 is a free tier: its limits at this traffic are not known, so it is shown among all bills and never picked.
        var at = Array.FindIndex(bills, b => b is { UsdPerMonth: > 0, IsCredible: true } && Counts(b));
        if (at >= 0 && bills[at] is { Doubt: null } picked) bills[at] = picked with { Doubt = OneList(picked, null) };
        var best = at < 0 ? null : bills[at];

        if (retired) return new() { Model = model, All = bills, Best = null, LastKnown = best, Why = Retired(model) };
        return new() { Model = model, All = bills, Best = best, LastKnown = null, Why = best is null ? Missing(model, bills, day) : null };
    }

    /// <summary>Each with what speaks against it: first prices far off their neighbours, then those of one list far below what is confirmed.</summary>
    private static Bill[] Judged(Model model, Bill[] bills, Func<Bill, bool> counts)
    {
        if (SuspiciousPrices.Low(model) is { Count: > 0 } low) bills = [.. bills.Select(b => b with { Doubt = FarOff(b, low) })];
        var confirmed = bills.Where(b => b is { UsdPerMonth: > 0, IsCredible: true } && counts(b) && !IsLone(b)).MinBy(b => b.UsdPerMonth);
        return confirmed is null ? bills
            : [.. bills.Select(b => b is { Doubt: null, UsdPerMonth: > 0 and var usd } && LonePrices.TooLow(usd, confirmed.UsdPerMonth!.Value) ? b with { Doubt = OneList(b, confirmed) } : b)];
    }

    /// <summary>The worst of its prices that are suspiciously low: nothing that backs it goes before something that does.</summary>
    private static Doubt.FarOff? FarOff(Bill bill, IReadOnlyList<SuspiciousPrice> low) =>
        low.Where(s => ReferenceEquals(s.Offer, bill.Offer) && bill.Lines.Any(l => l.Claims is [var picked, ..] && ReferenceEquals(picked, s.Claim))).OrderBy(s => s.Backed).FirstOrDefault() is { } price ? new(price) : null;

    private static Doubt.OneList? OneList(Bill bill, Bill? confirmed)
    {
        var lone = bill.Lines.Where(l => LonePrices.OnlyBy(l.Claims) is not null).Select(l => l.Claims[0]).ToArray();
        return lone.Length == 0 ? null : new([.. lone.Select(c => c.Source.Publisher).Distinct(StringComparer.Ordinal)], lone, confirmed);
    }

    private static bool IsLone(Bill bill)
    {
        foreach (var line in bill.Lines)
            if (LonePrices.OnlyBy(line.Claims) is not null) return true;
        return false;
    }

    private static string Retired(Model model) => model.Lifecycle.Retires.TryGetConfirmed(out var end)
        ? $"{model.Name} was shut down {Words.On(end)}, so it has no current cost"
        : $"{model.Name} is retired, so it has no current cost";

    private static string Missing(Model model, Bill[] bills, DateOnly day)
    {
        var callable = Array.FindAll(bills, b => b.Offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired);
        if (bills.Length == 0) return $"no offer of {model.Name} is known";
        if (callable.Length == 0) return $"every known offer of {model.Name} was shut down";
        if (Array.Find(callable, b => !b.IsCredible) is { Doubt: Doubt.FarOff { Price: var price } } doubted) return $"the price of {model.Name} at {doubted.Offer.Provider.Name} cannot be believed: {price.Text}";
        if (Array.TrueForAll(callable, b => b.Offer.IsOnOwnMachine)) return $"no price applies to {model.Name}: it runs on your own machine";
        if (Array.Exists(callable, b => b.UsdPerMonth == 0)) return $"only free tiers of {model.Name} are known, and not what they allow at this traffic";
        return Array.Find(callable, b => b.Lines.Any(l => l.Usd is not null)) is { Why: { } why } ? $"the offers of {model.Name} have {why}" : $"no offer of {model.Name} has a confirmed price";
    }
}

using System.Runtime.CompilerServices;

namespace Assay.Catalog.Conflicts;

/// <summary>
/// Prices that one list alone tells: no page of the maker or the provider gives them, and no second source agrees. Such a price may be right, and
/// is more often stale, of another product or a slip where it is far below what others confirm. docs/adr/0011-one-list.md.
/// </summary>
public static class LonePrices
{
    /// <summary>
    /// How many times below the lowest confirmed price a lone one is set aside: from a third below. Of prices that are confirmed the lowest is
    /// seldom that far below the next.
    /// </summary>
    public const decimal Times = 1.5m;

    // A memory, not a state: asked for on every page of the model.
    private static readonly ConditionalWeakTable<Model, Dictionary<PriceKind, decimal>> LowestConfirmed = [];

    /// <summary>Who alone gives a price; null where its maker or provider gives it, a second source agrees within the tolerance, or nobody gives it.</summary>
    /// <param name="price">The claims on it, the picked one first.</param>
    public static string? OnlyBy(IReadOnlyList<Claim> price)
    {
        if (price is not [var picked, ..] || picked.Source.Rank is SourceRank.Vendor or SourceRank.Provider) return null;
        foreach (var claim in price)
            if (!claim.Unconfirmed && claim.Source.Publisher != picked.Source.Publisher && Tolerance.Agree(picked, claim)) return null;
        return picked.Source.Publisher;
    }

    /// <summary>Whether an amount that one list tells is too far below a confirmed one to be taken on its word.</summary>
    public static bool TooLow(decimal lone, decimal confirmed) => lone * Times <= confirmed;

    /// <summary>Whether the base price of a kind is one that a single list tells, too far below the lowest confirmed one of the model's offers.</summary>
    public static bool SetAside(Model model, Offer offer, PriceKind kind) =>
        offer.Price(kind) is var price && price.TryGetConfirmed(out var usd) && usd.Usd > 0
        && LowestConfirmed.GetValue(model, FindLowest).TryGetValue(kind, out var confirmed) && TooLow(usd.Usd, confirmed) && OnlyBy(price.Claims) is not null;

    private static Dictionary<PriceKind, decimal> FindLowest(Model model)
    {
        var lowest = new Dictionary<PriceKind, decimal>();
        foreach (var offer in model.Offers)
        {
            foreach (var component in offer.Prices)
            {
                if (component.When != PriceCondition.Always || !component.Price.TryGetConfirmed(out var usd) || usd.Usd <= 0 || OnlyBy(component.Price.Claims) is not null) continue;
                if (SuspiciousPrices.FarBelow(model, offer, component.Kind)) continue;
                if (!lowest.TryGetValue(component.Kind, out var least) || usd.Usd < least) lowest[component.Kind] = usd.Usd;
            }
        }
        return lowest;
    }
}

using Assay.Units;

namespace Assay.Catalog;

/// <summary>Which of an offer's prices of a kind a request pays.</summary>
public static class PriceTiers
{
    /// <summary>
    /// The price of the highest tier whose threshold the request passes, else the base price. With an hour of the day, a price of those hours goes
    /// before the one of any hour; without one, only prices of any hour count.
    /// </summary>
    /// <param name="offer">The offer whose own prices are used.</param>
    /// <param name="kind">What is paid for.</param>
    /// <param name="inputTokens">Of one request.</param>
    /// <param name="hour">When the request began, UTC; null for "at no hour in particular".</param>
    public static (Fact<UnitPrice> Price, long? Above) Of(Offer offer, PriceKind kind, decimal inputTokens, TimeOnly? hour = null)
    {
        PriceComponent? best = null;
        foreach (var component in offer.Prices)
        {
            if (component.Kind != kind || component.When == PriceCondition.Always) continue;
            if (component.When.Hours is { } hours && (hour is not { } at || !at.IsBetween(hours.From, hours.To))) continue;
            if (component.When.Above is { } above && inputTokens <= above) continue;
            if (best is null || Rank(component).CompareTo(Rank(best)) > 0) best = component;
        }
        return best is null ? (offer.Price(kind), null) : (best.Price, best.When.Above);
    }

    private static (long, bool) Rank(PriceComponent component) => (component.When.Above ?? -1, component.When.Hours is not null);
}

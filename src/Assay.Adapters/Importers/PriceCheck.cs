using Assay.Catalog;
using Assay.Catalog.Conflicts;

namespace Assay.Adapters.Importers;

/// <summary>
/// Looks at the prices of a snapshot beside everything else in the store, before anybody reads them: which are so far from their neighbours
/// that a slip of units is likely. All are kept.
/// </summary>
internal static class PriceCheck
{
    /// <param name="parsed">The snapshot, in the store or not.</param>
    /// <param name="held">All claims of the store.</param>
    /// <param name="today">The day of the import.</param>
    /// <returns>By offer and price.</returns>
    public static IReadOnlyList<SuspiciousPrice> Of(ParsedSnapshot parsed, IReadOnlyList<Claim> held, DateOnly today)
    {
        var own = parsed.Claims.Where(c => c.Property.IsPrice).ToHashSet<Claim>(ReferenceEqualityComparer.Instance);
        if (own.Count == 0) return [];
        var day = parsed.Snapshot.AsOf > today ? parsed.Snapshot.AsOf : today;
        var catalog = CatalogBuilder.Build(held.Where(c => c.BroughtBy != parsed.Snapshot.Feed).Concat(parsed.Claims), day);
        return
        [
            .. from model in catalog.Models
               from offer in model.Offers.Concat(model.Variants)
               from component in offer.Prices
               from claim in component.Price.Claims
               where own.Contains(claim)
               let suspicious = SuspiciousPrices.Of(model, offer, component, claim)
               where suspicious is not null
               orderby offer.Id.ToString(), component.Kind.Name
               select suspicious,
        ];
    }
}

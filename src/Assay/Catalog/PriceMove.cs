using Assay.Units;

namespace Assay.Catalog;

/// <summary>One price of an offer that a source has changed, in US dollars for the unit of its kind.</summary>
public sealed record PriceMove(string Offer, Property Property, decimal Before, decimal After)
{
    /// <summary>"input price $3.00 → $2.00, 33 % lower".</summary>
    public string Text
    {
        get
        {
            var label = OfferBuilder.TryReadPrice(Property, out var kind, out var when) ? kind.Label.ToLowerInvariant() : Property.Name;
            return $"{label} price{(when == PriceCondition.Always ? "" : " " + when.Label)} {Format.Usd(Before)} → {Format.Usd(After)}{ByHowMuch}";
        }
    }

    // From or to zero there is no percentage.
    private string ByHowMuch => Before == 0 || After == 0 ? ""
        : After < Before ? $", {Format.PercentLower(Before, After)} lower"
        : $", {Format.Times(After / Before)} the price";

    /// <summary>The prices that one entry has before and after, each exactly once, with different values.</summary>
    internal static IEnumerable<PriceMove> Between(Subject subject, IEnumerable<Claim> before, IReadOnlyList<Claim> after)
    {
        if (subject.Kind is not SubjectKind.Offer) yield break;
        foreach (var old in before.Where(c => c.Property.Name.StartsWith("price.", StringComparison.Ordinal)).GroupBy(c => c.Property))
        {
            if (Single(old) is { } was && Single(after.Where(c => c.Property == old.Key)) is { } now && was != now) yield return new(subject.Id, old.Key, was, now);
        }
    }

    private static decimal? Single(IEnumerable<Claim> claims) => claims.Select(c => c.Value).Distinct().Take(2).ToArray() is [ClaimValue.Number only] ? only.Value : null;
}

namespace Assay.Catalog;

/// <summary>
/// The claims a model-level fact rests on: the model's own, or, where nobody speaks of the model itself, those of its offers.
/// Among offers the maker's own provider goes first, then what most offers say.
/// </summary>
internal sealed class LiftedClaims(ClaimGroup own, IReadOnlyList<Offer> offers, string organization)
{
    public Fact<T> Fact<T>(Property property, Func<ClaimValue, T> read) where T : notnull
    {
        var claims = own.On(property);
        return claims.Count > 0 ? FactResolver.Resolve(claims, read) : FromOffers(property, read);
    }

    /// <summary>As <see cref="ClaimGroup.Identity"/>, from the offers where nobody speaks of the model.</summary>
    public Fact<string> Identity(Property property) => own.On(property).Count > 0 ? own.Identity(property) : FromOffers(property, FactResolver.Text);

    private Fact<T> FromOffers<T>(Property property, Func<ClaimValue, T> read) where T : notnull
    {
        List<(Claim Claim, bool FromMaker)>? found = null;
        foreach (var offer in offers)
            foreach (var claim in offer.Claims)
                if (claim.Property == property) (found ??= []).Add((claim, offer.Provider.Organization == organization));
        if (found is null) return Catalog.Fact<T>.NothingSaid;
        if (found.Count == 1) return FactResolver.Resolve([found[0].Claim], read);

        var votes = found.CountBy(f => f.Claim.Value).ToDictionary();
        found.Sort((a, b) =>
        {
            var order = a.Claim.Unconfirmed.CompareTo(b.Claim.Unconfirmed);
            if (order == 0) order = a.Claim.Forced.CompareTo(b.Claim.Forced);
            if (order == 0) order = (a.Claim.ByRuleOf is not null).CompareTo(b.Claim.ByRuleOf is not null);
            if (order == 0) order = Nearness(a).CompareTo(Nearness(b));
            if (order == 0) order = b.FromMaker.CompareTo(a.FromMaker);
            if (order == 0) order = votes[b.Claim.Value].CompareTo(votes[a.Claim.Value]);
            if (order == 0) order = Precedence.Compare(a.Claim, b.Claim);
            return order != 0 ? order : string.CompareOrdinal(a.Claim.Subject.Id, b.Claim.Subject.Id);
        });
        var fact = FactResolver.Conclude([.. found.Select(f => f.Claim)], read);
        return fact is Fact<T>.DisputedFact disputed
            ? disputed with { Policy = found[0].FromMaker ? "offers differ; the maker's own offer goes first" : "offers differ; what most of them say goes first" }
            : fact;
    }

    /// <summary>A provider knows its own offer best, but of somebody else's model no more than a collection does.</summary>
    private static SourceRank Nearness((Claim Claim, bool FromMaker) found) =>
        found.Claim.Source.Rank is SourceRank.Provider && !found.FromMaker ? SourceRank.Aggregator : found.Claim.Source.Rank;

    /// <summary>Lifecycle speaks of the model only where its maker does: another provider's end is that offer's own.</summary>
    public Lifecycle Lifecycle()
    {
        var lifecycle = own.Lifecycle();
        if (lifecycle.Claims.Any()) return lifecycle;
        foreach (var offer in offers)
            if (offer.Provider.Organization == organization && offer.Id.Qualifiers.Length == 0 && offer.Lifecycle.Claims.Any()) return offer.Lifecycle;
        return lifecycle;
    }
}

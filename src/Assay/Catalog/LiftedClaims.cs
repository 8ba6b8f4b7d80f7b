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
        return claims.Length > 0 ? FactResolver.ResolveHere(claims, read) : FromOffers(property, read);
    }

    /// <summary>As <see cref="ClaimGroup.Identity"/>, from the offers where nobody speaks of the model.</summary>
    public Fact<string> Identity(Property property) => own.Has(property) ? own.Identity(property) : FromOffers(property, FactResolver.Text);

    private Fact<T> FromOffers<T>(Property property, Func<ClaimValue, T> read) where T : notnull
    {
        List<Said>? found = null;
        foreach (var offer in offers)
            foreach (var claim in offer.Own.Span)
                if (claim.Property == property) (found ??= []).Add(new(claim, offer.Provider.Organization == organization));
        if (found is null) return Catalog.Fact<T>.NothingSaid;
        if (found.Count == 1) return FactResolver.ResolveHere([found[0].Claim], read);

        Count(found);
        found.Sort(Said.ByWeight);
        var fact = FactResolver.Conclude([.. found.Select(f => f.Claim)], read);
        return fact is Fact<T>.DisputedFact disputed
            ? disputed with { Policy = found[0].FromMaker ? "offers differ; the maker's own offer goes first" : "offers differ; what most of them say goes first" }
            : fact;
    }

    private static void Count(List<Said> found)
    {
        var votes = found.CountBy(f => f.Claim.Value).ToDictionary();
        for (var i = 0; i < found.Count; i++) found[i] = found[i] with { Votes = votes[found[i].Claim.Value] };
    }

    /// <summary>A claim on an offer.</summary>
    /// <param name="FromMaker">The offer is the maker's own.</param>
    /// <param name="Votes">How many claims say the same.</param>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Said(Claim Claim, bool FromMaker, int Votes = 0)
    {
        public static readonly Comparison<Said> ByWeight = (a, b) =>
        {
            var order = a.Claim.Unconfirmed.CompareTo(b.Claim.Unconfirmed);
            if (order == 0) order = a.Claim.Forced.CompareTo(b.Claim.Forced);
            if (order == 0) order = (a.Claim.ByRuleOf is not null).CompareTo(b.Claim.ByRuleOf is not null);
            if (order == 0) order = a.Nearness.CompareTo(b.Nearness);
            if (order == 0) order = b.FromMaker.CompareTo(a.FromMaker);
            if (order == 0) order = b.Votes.CompareTo(a.Votes);
            if (order == 0) order = Precedence.Compare(a.Claim, b.Claim);
            return order != 0 ? order : string.CompareOrdinal(a.Claim.Subject.Id, b.Claim.Subject.Id);
        };

        /// <summary>The rank; a provider knows its own offer best, but of somebody else's model no more than a collection does.</summary>
        private int Nearness => (int)(Claim.Source.Rank is SourceRank.Provider && !FromMaker ? SourceRank.Aggregator : Claim.Source.Rank);
    }

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

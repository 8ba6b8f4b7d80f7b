using Assay.Catalog;
using Assay.Comparison.Cost;

namespace Assay.Comparison.Rules;

/// <summary>Which claims a sentence shows: the one that was picked and, where sources disagree, the one it was picked over.</summary>
internal static class Cited
{
    public static IReadOnlyList<Claim> Of(params ReadOnlySpan<IFact> facts)
    {
        var cited = new List<Claim>(facts.Length + 1);
        foreach (var fact in facts) Add(cited, fact);
        return cited;
    }

    public static IReadOnlyList<Claim> Of(IEnumerable<IFact> facts)
    {
        var cited = new List<Claim>();
        foreach (var fact in facts) Add(cited, fact);
        return cited;
    }

    /// <summary>The prices of a bill.</summary>
    public static IReadOnlyList<Claim> Bill(Bill? bill)
    {
        var cited = new List<Claim>();
        if (bill is null) return cited;
        foreach (var line in bill.Lines)
            if (line.Claims.Count > 0 && line.Price is not null) cited.Add(line.Claims[0]);
        return cited;
    }

    /// <summary>What says that a model or an offer begins or ends.</summary>
    public static IReadOnlyList<Claim> End(Catalog.Lifecycle lifecycle) => Of(lifecycle.Retires, lifecycle.Deprecated, lifecycle.Status, lifecycle.Successor);

    /// <summary>That somebody offers a model at all.</summary>
    public static IReadOnlyList<Claim> Offers(IEnumerable<Offer> offers)
    {
        var cited = new List<Claim>();
        foreach (var offer in offers)
            if (offer.Claims.Count > 0) cited.Add(offer.Claims[0]);
        return cited;
    }

    /// <summary>The claim that a disputed value was picked over; null where none is.</summary>
    public static Claim? Rival(IFact fact)
    {
        if (fact.State is not FactState.Disputed) return null;
        foreach (var claim in fact.Claims)
            if (!claim.Unconfirmed && !claim.Forced && !Precedence.Agree(fact.Claims[0].Value, claim.Value)) return claim;
        return null;
    }

    private static void Add(List<Claim> cited, IFact fact)
    {
        if (fact.Claims.Count == 0) return;
        cited.Add(fact.Claims[0]);
        if (Rival(fact) is { } rival) cited.Add(rival);
    }
}

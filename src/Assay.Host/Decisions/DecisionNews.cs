using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Host.Catalog.History;

namespace Assay.Host.Decisions;

/// <summary>Claims of today that a record has none of, in sentences.</summary>
internal static class DecisionNews
{
    private static readonly string[] Order = ["lifecycle", "offer", "price", "result", "other"];

    public static IEnumerable<NewClaim> Of(DecisionRecord then, IEnumerable<DecisionClaim> claims)
    {
        var known = then.Claims.Where(IsOffer).Select(c => c.Subject).ToHashSet(StringComparer.Ordinal);
        var news = claims.ToArray();
        // An offer that the record knows nothing of is told once, with its prices.
        var offers = news.Where(c => IsOffer(c) && !known.Contains(c.Subject)).GroupBy(c => (c.Subject, c.Publisher)).Select(Offer);
        return offers.Concat(news.Where(c => !IsOffer(c) || known.Contains(c.Subject)).Select(One)).OrderBy(n => Array.IndexOf(Order, n.Kind)).ThenBy(n => n.Subject, StringComparer.Ordinal);
    }

    private static bool IsOffer(DecisionClaim claim) => claim.SubjectKind == "offer";

    private static NewClaim Offer(IEnumerable<DecisionClaim> ofOne)
    {
        var claims = ofOne.ToArray();
        var prices = claims.Where(c => new Property(c.Property).IsPrice).Select(c => $"{PropertyLabels.Of(new(c.Property)).ToLowerInvariant()} {Said(c)}");
        return new("offer", claims[0].Subject, $"New offer {claims[0].Subject}: {(string.Join(", ", prices) is { Length: > 0 } told ? told : "no price is given")}", claims[0].Publisher, claims[0].AsOf, claims[0].Url);
    }

    private static NewClaim One(DecisionClaim claim)
    {
        var property = new Property(claim.Property);
        var kind = property.IsPrice ? "price" : ChangeLog.KindOf(property) is ChangeKind.Lifecycle ? "lifecycle" : property == Property.Result ? "result" : "other";
        return new(kind, claim.Subject, kind == "result" ? Result(claim) : $"{claim.Subject}, {PropertyLabels.Of(property).ToLowerInvariant()}: {Said(claim)}", claim.Publisher, claim.AsOf, claim.Url);
    }

    private static string Result(DecisionClaim claim) => claim.Statement.Read() is ClaimValue.Score { Value: var score }
        ? $"{claim.Subject}, {score.Benchmark}{(score.Category is null ? "" : $", {score.Category}")}: {claim.Display}" : $"{claim.Subject}: {claim.Display}";

    private static string Said(DecisionClaim claim) => $"{claim.Display}{(PropertyLabels.Unit(new(claim.Property)) is { } unit ? " " + unit : "")}{(claim.Unconfirmed ? " († unconfirmed)" : "")}";
}

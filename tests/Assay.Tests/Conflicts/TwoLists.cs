using Assay.Catalog;
using Assay.Catalog.Conflicts;

namespace Assay.Tests.Conflicts;

/// <summary>What lists of our own making say of offers of one model.</summary>
internal sealed class TwoLists
{
    public const string Offer = "freight/owl-7b";

    private readonly List<Claim> claims = [TestCatalog.Claim(Subject.Model("acme/owl-7b"), Property.DisplayName, new ClaimValue.Words("Owl 7B"))];

    public IReadOnlyList<Claim> Claims => claims;

    public TwoLists Says(string publisher, Property property, decimal value, string? byRuleOf = null, bool unconfirmed = false, string offer = Offer, SourceRank rank = SourceRank.Aggregator, string? until = null) =>
        Says(publisher, property, new ClaimValue.Number(value), byRuleOf, unconfirmed, offer, rank, until);

    public TwoLists Says(string publisher, Property property, bool value, bool forced = false)
    {
        claims.Add(Made(publisher, property, ClaimValue.Of(value), Offer, SourceRank.Aggregator) with { Forced = forced });
        return this;
    }

    public TwoLists Says(string publisher, Property property, ClaimValue value, string? byRuleOf = null, bool unconfirmed = false, string offer = Offer, SourceRank rank = SourceRank.Aggregator, string? until = null)
    {
        claims.Add(Made(publisher, property, value, offer, rank) with { ByRuleOf = byRuleOf, Unconfirmed = unconfirmed, To = until is null ? null : DateOnly.Parse(until) });
        return this;
    }

    private static Claim Made(string publisher, Property property, ClaimValue value, string offer, SourceRank rank) =>
        TestCatalog.Claim(Subject.Offer(offer), property, value, TestCatalog.From(publisher, rank));

    public CatalogSnapshot Catalog() => CatalogBuilder.Build(
        claims.Concat(claims.Where(c => c.Subject.Kind is SubjectKind.Offer).Select(c => c.Subject).Distinct().Select(s => TestCatalog.Claim(s, Property.Serves, new ClaimValue.Words("acme/owl-7b")))), TestCatalog.Today);

    public IReadOnlyList<Conflict> Conflicts() => ConflictFinder.In(Catalog());
}

using Assay.Units;

namespace Assay.Catalog;

/// <summary>
/// The one policy that picks among claims: confirmed before unconfirmed; an answer somebody chose before a "no" that a format forces;
/// a statement about the thing itself before one that a list's rule sends to it; vendor before provider before aggregator before community; then the newer statement. docs/methodology.md says it in words.
/// </summary>
public static class Precedence
{
    /// <summary>Sorts the claims of one property, the picked one first. Deterministic: the last resort is the text of the claim.</summary>
    public static int Compare(Claim left, Claim right)
    {
        var order = left.Unconfirmed.CompareTo(right.Unconfirmed);
        if (order == 0) order = left.Forced.CompareTo(right.Forced);
        if (order == 0) order = (left.ByRuleOf is not null).CompareTo(right.ByRuleOf is not null);
        if (order == 0) order = ((int)left.Source.Rank).CompareTo((int)right.Source.Rank);
        if (order == 0) order = right.Source.AsOf.Latest.CompareTo(left.Source.AsOf.Latest);
        if (order == 0) order = string.CompareOrdinal(left.Source.Publisher, right.Source.Publisher);
        if (order == 0) order = string.CompareOrdinal(left.Source.Url, right.Source.Url);
        return order != 0 ? order : string.CompareOrdinal(left.Value.Text, right.Value.Text);
    }

    /// <summary>In words, why the first claim won over a claim of another value.</summary>
    public static string Reason(Claim picked, Claim other) =>
        picked.Unconfirmed != other.Unconfirmed ? "a confirmed statement goes before an unconfirmed one"
        : picked.Forced != other.Forced ? "an answer that somebody chose goes before a \"no\" that a format forces"
        : picked.ByRuleOf is null && other.ByRuleOf is not null ? "a statement about this id goes before one that a list's rule sends to it"
        : picked.Source.Rank != other.Source.Rank ? $"{Name(picked.Source.Rank)} goes before {Name(other.Source.Rank)}"
        : picked.Source.AsOf.Latest != other.Source.AsOf.Latest ? "same rank, the newer statement goes first"
        : "same rank and date: the order is by name only, so take neither as settled";

    public static string Name(SourceRank rank) => rank switch
    {
        SourceRank.Vendor => "the maker's own page",
        SourceRank.Provider => "the provider's own page",
        SourceRank.Aggregator => "a curated collection",
        SourceRank.Community => "a community page",
        _ => throw new ArgumentOutOfRangeException(nameof(rank), rank, "A source without a rank cannot be weighed: give vendor, provider, aggregator or community."),
    };

    /// <summary>Whether two claims say the same: equal values, numbers that differ by less than a billionth, or dates of different precision that can be one day.</summary>
    public static bool Agree(ClaimValue left, ClaimValue right) => (left, right) switch
    {
        (ClaimValue.Date a, ClaimValue.Date b) => a.Value.AgreesWith(b.Value),
        // 0.049999999999999996 is how some programs print 0.05.
        (ClaimValue.Number a, ClaimValue.Number b) => Math.Abs(a.Value - b.Value) <= Math.Max(Math.Abs(a.Value), Math.Abs(b.Value)) * 1e-9m,
        (ClaimValue.Words a, ClaimValue.Words b) => string.Equals(a.Value, b.Value, StringComparison.OrdinalIgnoreCase),
        _ => left.Equals(right),
    };
}

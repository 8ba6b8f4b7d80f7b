using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules;

/// <summary>One claim in words.</summary>
internal static class ClaimWords
{
    /// <summary>"Google (as of 2025-03-12)"; of an offer's claim also where: "models.dev on the offer at openrouter (as of …)".</summary>
    public static string Who(Claim claim) =>
        $"{claim.Source.Publisher}{(claim.Subject.Kind is SubjectKind.Offer ? $" on the offer at {OfferId.Parse(claim.Subject.Id).Provider}" : "")} (as of {claim.Source.AsOf})";

    /// <summary>The value as we print it.</summary>
    public static string Value(Claim claim) => claim.Value switch
    {
        ClaimValue.Number number when claim.Property.Name.StartsWith("price.", StringComparison.Ordinal) => Format.Usd(number.Value),
        ClaimValue.Number number => Format.Exact(number.Value),
        ClaimValue.Set set => Words.List(set.Items),
        var other => other.Text,
    };

    /// <summary>Both sides of a dispute and which one the policy holds with; null where the rival cannot be told.</summary>
    public static string? Dispute(IFact fact) => Cited.Rival(fact) is { } rival
        ? $"{Who(fact.Claims[0])} says {Value(fact.Claims[0])}, {Who(rival)} says {Value(rival)}. The first is used here: {fact.Why}."
        : null;
}

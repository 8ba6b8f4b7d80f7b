using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison;

/// <summary>How the value of a single claim is written: the same way as the fact it speaks for.</summary>
public static class ClaimText
{
    public static string Display(Claim claim) => claim.Value switch
    {
        ClaimValue.Number number when claim.Property.Name.StartsWith("price.", StringComparison.Ordinal) => Format.Usd(number.Value),
        ClaimValue.Number number => Format.Count(number.Value),
        ClaimValue.Set set => string.Join(", ", set.Items),
        ClaimValue.Score score => score.Value.Unit == "percent" ? Format.Exact(score.Value.Value) + " %" : Format.Exact(score.Value.Value),
        _ => claim.Value.Text,
    };
}

namespace Assay.Catalog;

/// <summary>
/// How far two numbers may be apart and still say the same. Prices: 1 %, the rounding of price lists. Limits in tokens: 5 %, for 128K is
/// 128,000 to one and 131,072 to another. Everything else: not at all. docs/adr/0008-tolerance.md.
/// </summary>
public static class Tolerance
{
    /// <summary>A share of the smaller number: 0.05 for limits; 0 where only equal values agree.</summary>
    public static decimal Of(Property property) =>
        property == Property.ContextWindow || property == Property.MaxInput || property == Property.MaxOutput ? 0.05m
        : property.Name.StartsWith("price.", StringComparison.Ordinal) ? 0.01m : 0;

    /// <summary>Whether two claims on one property say the same.</summary>
    public static bool Agree(Claim left, Claim right) =>
        Precedence.Agree(left.Value, right.Value)
        || (left.Value, right.Value) is (ClaimValue.Number a, ClaimValue.Number b) && Agree(a.Value, b.Value, Of(left.Property));

    /// <param name="left">0 or above.</param>
    /// <param name="right">0 or above.</param>
    /// <param name="tolerance">A share of the smaller number.</param>
    public static bool Agree(decimal left, decimal right, decimal tolerance) => Math.Max(left, right) <= Math.Min(left, right) * (1 + tolerance);
}

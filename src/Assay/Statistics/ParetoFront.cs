namespace Assay.Statistics;

/// <summary>The best trades between a cost and a value: nothing else costs no more and is worth no less, with one of the two better.</summary>
public static class ParetoFront
{
    /// <param name="points">Cost (less is better) and value.</param>
    /// <param name="moreIsBetter">Whether more value is better; false for error rates.</param>
    /// <returns>For each point whether it is on the front; equal points are both on it or both not.</returns>
    public static IReadOnlyList<bool> Of(IReadOnlyList<(decimal Cost, decimal Value)> points, bool moreIsBetter)
    {
        bool AtLeastAsGood(decimal value, decimal than) => moreIsBetter ? value >= than : value <= than;
        return [.. points.Select(p => !points.Any(o => o.Cost <= p.Cost && AtLeastAsGood(o.Value, p.Value) && (o.Cost < p.Cost || o.Value != p.Value)))];
    }
}

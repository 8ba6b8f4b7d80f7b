using Assay.Units;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says whose context window is larger, and by how much. Silent where one is unknown or they are equal.</summary>
internal sealed class TradeoffContext : PairRule
{
    public override string Id => "tradeoff-context";
    public override Section Section => Section.Tradeoffs;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Catalog.Model first, Catalog.Model second)
    {
        if (!first.ContextWindow.TryGetConfirmed(out var a) || !second.ContextWindow.TryGetConfirmed(out var b) || a == b) yield break;
        var (large, small) = a > b ? (first, second) : (second, first);
        var (most, least) = a > b ? (a, b) : (b, a);
        yield return Say("larger", $"{large.Name} has a context window of {most} tokens, {Format.Times((decimal)most.Tokens / least.Tokens)} as large as the {least} of {small.Name}.",
            [.. first.ContextWindow.Claims, .. second.ContextWindow.Claims], [large, small], favors: large);
    }
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>The sentence for a pair that no other trade-off rule sets apart.</summary>
internal sealed class TradeoffNone : PairRule
{
    private static readonly PairRule[] Separating =
        [new TradeoffContext(), new TradeoffOutput(), new TradeoffProviders(), new TradeoffPrice(), new TradeoffCapabilities(), new TradeoffWeights()];

    public override string Id => "tradeoff-none";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 8;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (Separating.Any(rule => rule.On(context, first, second).Any(f => f.Decision is not ("unknown" or "tie" or "retired")))) yield break;
        yield return Say("unknown", $"No fact that is known of both {first.Name} and {second.Name} sets one apart from the other; what is unknown of them may.", [], [first, second]);
    }
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says that the weights of one model can be downloaded and those of the other cannot, and under which licence. Silent otherwise.</summary>
internal sealed class TradeoffWeights : PairRule
{
    public override string Id => "tradeoff-weights";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 6;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (!first.Weights.TryGetConfirmed(out var a) || !second.Weights.TryGetConfirmed(out var b) || (a == "open") == (b == "open")) yield break;
        var (open, closed) = a == "open" ? (first, second) : (second, first);
        var licence = open.Licence.TryGetConfirmed(out var named) ? $", under {named}" : "; no source we hold names the licence";
        yield return Say("open", $"The weights of {open.Name} can be downloaded{licence}. Those of {closed.Name} are closed.",
            Cited.Of(open.Weights, open.Licence, closed.Weights), [open, closed], favors: open);
    }
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>
/// Says what only one of two models has: where a source says that the other lacks it, that is an advantage; where no source says, it is
/// told as exactly that and favours nobody.
/// </summary>
internal sealed class TradeoffCapabilities : PairRule
{
    public override string Id => "tradeoff-capabilities";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 5;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        foreach (var (has, other) in new[] { (first, second), (second, first) })
        {
            var lacked = CapabilityWords.Where(has, c => CapabilityWords.No(other, c));
            if (lacked.Count > 0)
                yield return Say("only-one", $"{has.Name} has {CapabilityWords.List(lacked)}; {other.Name} is said to have {(lacked.Count == 1 ? "no such thing" : "none of these")}.",
                    CapabilityWords.Claims(lacked, has, other), [has, other], favors: has);
            var open = CapabilityWords.Where(has, c => CapabilityWords.Open(other, c));
            if (open.Count > 0)
                yield return Say("unknown", $"{has.Name} has {CapabilityWords.List(open)}; for {other.Name} no source says.", CapabilityWords.Claims(open, has), [has, other]);
        }
    }
}

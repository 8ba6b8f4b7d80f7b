using Assay.Catalog;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says which model may reply at greater length in one call. Silent where one limit is unknown or they are level.</summary>
internal sealed class TradeoffOutput : PairRule
{
    public override string Id => "tradeoff-output";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (Larger.Of(first, second, m => m.MaxOutput) is not { } larger) yield break;
        yield return Say("larger", $"{larger.Model.Name} may return up to {larger.Most} tokens in one reply, {larger.Times} as many as the {larger.Least} of {larger.Than.Name}.",
            Cited.Of(first.MaxOutput, second.MaxOutput), [larger.Model, larger.Than], favors: larger.Model);
    }
}

using Assay.Catalog;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says whose context window is larger, and by how much. Silent where one is unknown or they are level.</summary>
internal sealed class TradeoffContext : PairRule
{
    public override string Id => "tradeoff-context";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (Larger.Of(first, second, m => m.ContextWindow) is not { } larger) yield break;
        yield return Say("larger", $"{larger.Model.Name} has a context window of {larger.Most} tokens, {larger.Times} as large as the {larger.Least} of {larger.Than.Name}.",
            Cited.Of(first.ContextWindow, second.ContextWindow), [larger.Model, larger.Than], favors: larger.Model);
    }
}

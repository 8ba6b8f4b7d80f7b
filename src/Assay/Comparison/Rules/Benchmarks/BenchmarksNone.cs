using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Benchmarks;

/// <summary>Says that no benchmark measured both models in the same way, and how many results each has. Silent where there is a shared row.</summary>
internal sealed class BenchmarksNone : PairRule
{
    public override string Id => "benchmarks-none";
    public override Section Section => Section.Benchmarks;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (context.EvidenceOf(first, second).Benchmarks.Shared.Count > 0) yield break;
        yield return Say("unknown", $"No benchmark measured both in the same way: {Has(first)}, {Has(second)}. Which answers better is therefore unknown.",
            [.. first.Results.Concat(second.Results).Select(r => r.Claim)], [first, second]);
    }

    private static string Has(Model model) => $"{model.Name} has {(model.Results.Count == 0 ? "no result" : Words.Plural(model.Results.Count, "result"))}";
}

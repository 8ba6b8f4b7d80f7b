using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Faq;

/// <summary>Which benchmark evidence exists? Shared rows and who leads them, or that nothing measured both.</summary>
internal sealed class FaqBenchmarks : FaqRule
{
    public override string Id => "faq-benchmarks";
    public override int Order => 7;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var question = $"Which benchmark evidence compares {first.Name} and {second.Name}?";
        var quality = context.EvidenceOf(first, second).Quality;
        if (quality.Rows == 0)
        {
            yield return Answer("unknown", question, $"None: no benchmark result of {first.Name} ({first.Results.Count} known) and {second.Name} ({second.Results.Count} known) was measured in the same way.",
                [.. first.Results.Concat(second.Results).Select(r => r.Claim)], first, second);
            yield break;
        }
        var undecided = quality.Rows - quality.FirstLeads - quality.SecondLeads;
        string[] parts =
        [
            .. quality.FirstLeads > 0 ? [$"{first.Name} leads on {quality.FirstLeads}"] : Array.Empty<string>(),
            .. quality.SecondLeads > 0 ? [$"{second.Name} leads on {quality.SecondLeads}"] : Array.Empty<string>(),
            .. undecided > 0 ? [$"{undecided} {(undecided == 1 ? "does" : "do")} not tell them apart"] : Array.Empty<string>(),
        ];
        yield return Answer("told", question, $"{Words.Plural(quality.Rows, "benchmark")} measured both in the same way: {Words.List(parts)}.", quality.Claims, first, second);
    }
}

using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.DeepDive;

/// <summary>When to choose which of two models, from advantages that claims support. Nothing for a side without one, nothing for a retired model.</summary>
internal sealed class DeepChoose : PairRule
{
    public override string Id => "deep-choose";
    public override Section Section => Section.DeepDive;
    public override int Order => 4;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (context.IsRetired(first) || context.IsRetired(second)) yield break;
        var evidence = context.EvidenceOf(first, second);
        foreach (var (model, other) in new[] { (first, second), (second, first) })
        {
            var advantages = evidence.For(model);
            if (advantages.Count == 0) continue;
            yield return Say("choose", $"Choose {model.Name} over {other.Name} where it matters that it {Words.List([.. advantages.Select(a => a.Phrase)])}.",
                [.. advantages.SelectMany(a => a.Claims)], [model, other], favors: model);
        }
    }
}

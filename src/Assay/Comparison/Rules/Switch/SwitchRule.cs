using Assay.Catalog;

namespace Assay.Comparison.Rules.Switch;

/// <summary>A rule about moving from one model to another: asked in both directions of every pair.</summary>
internal abstract class SwitchRule : IComparisonRule
{
    public abstract string Id { get; }
    public Section Section => Section.Switch;
    public abstract int Order { get; }

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        foreach (var (first, second) in context.Pairs)
        {
            foreach (var finding in Evaluate(context, first, second)) yield return finding;
            foreach (var finding in Evaluate(context, second, first)) yield return finding;
        }
    }

    protected abstract IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to);

    protected Finding Say(Model from, Model to, string decision, string text, IReadOnlyList<Claim> claims) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims, Models = [from.Id, to.Id], Direction = (from.Id, to.Id),
    };
}

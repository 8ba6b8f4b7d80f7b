using Assay.Catalog;

namespace Assay.Comparison.Rules;

/// <summary>A rule that speaks of one model at a time and takes no side.</summary>
internal abstract class ModelRule : IComparisonRule
{
    public abstract string Id { get; }
    public abstract Section Section { get; }
    public virtual int Order => 0;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        foreach (var model in context.Models)
            foreach (var finding in Evaluate(context, model)) yield return finding;
    }

    protected abstract IEnumerable<Finding> Evaluate(ComparisonContext context, Model model);

    protected Finding Say(Model model, string decision, string text, IReadOnlyList<Claim> claims) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims, Models = [model.Id],
    };
}

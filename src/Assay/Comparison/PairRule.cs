using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>
/// A rule about two models: asked once for each pair, which comes ordered by id, never by place on the page. What favours a
/// retired model is still said, as the fact it is, but favours nobody.
/// </summary>
internal abstract class PairRule : IComparisonRule
{
    public abstract string Id { get; }
    public abstract Section Section { get; }
    public virtual int Order => 0;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        foreach (var (first, second) in context.Pairs)
            foreach (var finding in On(context, first, second)) yield return finding;
    }

    /// <summary>What the rule says of one pair.</summary>
    internal IEnumerable<Finding> On(ComparisonContext context, Model first, Model second)
    {
        foreach (var finding in Evaluate(context, first, second))
        {
            var favoured = finding.Favors is null ? null : finding.Favors == first.Id ? first : second;
            yield return favoured is not null && context.IsRetired(favoured) ? finding with { Favors = null } : finding;
        }
    }

    protected abstract IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second);

    protected Finding Say(string decision, string text, IReadOnlyList<Claim> claims, IReadOnlyList<Model> models, Model? favors = null, string? question = null) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims,
        Models = [.. models.Select(m => m.Id)], Favors = favors?.Id, Question = question,
    };
}

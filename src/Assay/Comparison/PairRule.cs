using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>A rule about two models: asked once for each pair, which comes ordered by id, never by place on the page.</summary>
internal abstract class PairRule : IComparisonRule
{
    public abstract string Id { get; }
    public abstract Section Section { get; }

    public IEnumerable<Finding> Evaluate(ComparisonContext context) => context.Pairs.SelectMany(p => Evaluate(context, p.First, p.Second));

    protected abstract IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second);

    protected Finding Say(string decision, string text, IReadOnlyList<Claim> claims, IReadOnlyList<Model> models, Model? favors = null, string? question = null) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = claims,
        Models = [.. models.Select(m => m.Id)], Favors = favors?.Id, Question = question,
    };
}

using Assay.Catalog;

namespace Assay.Comparison.Rules;

/// <summary>
/// A rule that speaks of one model from its facts alone. It cannot see what the model is compared with, nor the traffic, so what it says is
/// said once for each model of a snapshot that is asked for.
/// </summary>
internal abstract class FactRule : ModelRule
{
    private const int ModelsKept = 500;

    private readonly RecentlyMade<Model, Finding[]> said = new(ModelsKept);

    protected sealed override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model) =>
        said.Of(context.Catalog, model, m => [.. Evaluate(context.Catalog, m)]);

    protected abstract IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model);
}

using System.Runtime.CompilerServices;
using Assay.Catalog;

namespace Assay.Comparison.Rules;

/// <summary>
/// A rule that speaks of one model from its facts alone. It cannot see what the model is compared with, nor the traffic, so what it says is
/// said once for each model of a snapshot.
/// </summary>
internal abstract class FactRule : ModelRule
{
    // A memory, not a state: it goes with the model.
    private readonly ConditionalWeakTable<Model, Finding[]> said = [];

    protected sealed override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model) =>
        said.TryGetValue(model, out var known) ? known : said.GetValue(model, m => [.. Evaluate(context.Catalog, m)]);

    protected abstract IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model);
}

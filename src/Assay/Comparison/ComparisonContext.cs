using Assay.Catalog;
using Assay.Comparison.Cost;

namespace Assay.Comparison;

/// <summary>What a rule sees: the models in page order, the traffic, the day, the costs and the catalogue around them.</summary>
public sealed class ComparisonContext
{
    public ComparisonContext(CatalogSnapshot catalog, IReadOnlyList<Model> models, TrafficProfile traffic, Model baseline)
    {
        (Catalog, Models, Traffic, Baseline) = (catalog, models, traffic, baseline);
        Costs = [.. models.Select(m => CostOfModel.At(m, traffic, catalog.AsOf))];
    }

    public CatalogSnapshot Catalog { get; }
    public IReadOnlyList<Model> Models { get; }
    public TrafficProfile Traffic { get; }

    /// <summary>The model that pairwise parts compare the others with.</summary>
    public Model Baseline { get; }

    public DateOnly Day => Catalog.AsOf;

    /// <summary>In page order.</summary>
    public IReadOnlyList<ModelCost> Costs { get; }

    public ModelCost CostOf(Model model)
    {
        foreach (var cost in Costs)
            if (ReferenceEquals(cost.Model, model)) return cost;
        throw new ArgumentException($"'{model.Id}' is not in this comparison.", nameof(model));
    }

    public LifecycleStage StageOf(Model model) => model.Lifecycle.StageOn(Day);

    /// <summary>The models in an order that does not depend on the page: by id.</summary>
    public IEnumerable<Model> Canonical => Models.OrderBy(m => m.Id, StringComparer.Ordinal);

    /// <summary>Baseline against each other model; each pair ordered by id, so that a rule cannot see who stood first.</summary>
    public IEnumerable<(Model First, Model Second)> Pairs
    {
        get
        {
            foreach (var other in Models)
                if (!ReferenceEquals(other, Baseline))
                    yield return string.CompareOrdinal(Baseline.Id, other.Id) <= 0 ? (Baseline, other) : (other, Baseline);
        }
    }
}

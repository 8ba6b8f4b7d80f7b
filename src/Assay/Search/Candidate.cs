using Assay.Catalog;
using Assay.Comparison;
using Assay.Comparison.Cost;
using Assay.Comparison.Tags;

namespace Assay.Search;

/// <summary>A model that is asked about: on a day, at a traffic profile. What is worked out of it is kept.</summary>
public sealed class Candidate(Model model, DateOnly day, TrafficProfile traffic)
{
    // Two threads that ask at once work out the same.
    private ModelCost? cost;
    private Standing? standing;

    public Model Model => model;

    public LifecycleStage Stage => model.Lifecycle.StageOn(day);

    /// <summary>Its bills at the traffic.</summary>
    public ModelCost Cost => cost ??= CostOfModel.At(model, traffic, day);

    /// <summary>The offers by which it can be called today.</summary>
    public IReadOnlyList<Offer> Callable => Standing.Callable;

    public IReadOnlyList<Tag> Tags => Standing.Tags;

    private Standing Standing => standing ??= Standing.Of(model, day);
}

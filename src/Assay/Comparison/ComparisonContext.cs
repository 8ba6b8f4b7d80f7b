using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Comparison.Tags;
using Assay.Comparison.Verdicts;

namespace Assay.Comparison;

/// <summary>What a rule sees: the models in page order, the traffic, the day, the costs and the catalogue around them.</summary>
/// <remarks>Gathers on first use, so one thread at a time; once compared, nothing is gathered any more.</remarks>
public sealed class ComparisonContext
{
    private readonly List<PairEvidence> evidence = [];
    private BenchmarkTable? benchmarks;

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

    /// <summary>Results of all models on the page, side by side.</summary>
    public BenchmarkTable Benchmarks => benchmarks ??= BenchmarkTable.Of(Models);

    /// <summary>What a model of the page is tagged for, best known use first.</summary>
    public IReadOnlyList<Tag> TagsOf(Model model) => Standing.Of(model, Day).Tags;

    /// <summary>The offers by which a model can be called: not retired themselves, of a model that is not retired.</summary>
    public IReadOnlyList<Offer> CallableOffers(Model model) => Standing.Of(model, Day).Callable;

    /// <summary>Whole bills of the offers that can be called, cheapest first; free tiers aside, whose limits at this traffic are not known, and prices that cannot be believed.</summary>
    public Bill[] PricedBills(Model model) => [.. CostOf(model).All.Where(b => b is { UsdPerMonth: > 0, IsCredible: true } && b.Offer.Lifecycle.StageOn(Day) is not LifecycleStage.Retired)];

    /// <summary>Who serves it by one of these, each once, by name.</summary>
    public IReadOnlyList<Provider> ProvidersOf(Model model) => Standing.Of(model, Day).Providers;

    /// <summary>The evidence on a pair of <see cref="Pairs"/>, gathered once for the verdict and the rules.</summary>
    public PairEvidence EvidenceOf(Model first, Model second)
    {
        foreach (var pair in evidence)
            if (ReferenceEquals(pair.First, first) && ReferenceEquals(pair.Second, second)) return pair;
        var gathered = new PairEvidence(this, first, second);
        evidence.Add(gathered);
        return gathered;
    }

    public bool HigherIsBetter(string benchmark) => !Catalog.Benchmarks.TryGetValue(benchmark, out var known) || known.HigherIsBetter;

    public bool IsRetired(Model model) => StageOf(model) is LifecycleStage.Retired;

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

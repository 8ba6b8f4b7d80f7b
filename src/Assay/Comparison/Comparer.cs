using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>Compares two to six models: a pure function of catalogue, models, traffic and rules.</summary>
public sealed class Comparer
{
    public const int Fewest = 2;
    public const int Most = 6;

    private readonly IReadOnlyList<IComparisonRule> rules;

    public Comparer(IEnumerable<IComparisonRule>? rules = null) =>
        this.rules = [.. (rules ?? AllRules).OrderBy(r => r.Section).ThenBy(r => r.Order).ThenBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Every rule of the assembly, found once, sorted by id.</summary>
    public static IReadOnlyList<IComparisonRule> AllRules { get; } =
    [
        .. typeof(Comparer).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IComparisonRule)))
            .Select(t => (IComparisonRule)Activator.CreateInstance(t)!)
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];

    /// <param name="baseline">What pairwise parts compare with; the first model when null.</param>
    /// <exception cref="ArgumentException">Fewer than 2, more than 6 or repeated models, a baseline that is not among them, or an impossible traffic profile.</exception>
    public ModelComparison Compare(CatalogSnapshot catalog, IReadOnlyList<Model> models, TrafficProfile traffic, Model? baseline = null)
    {
        if (models.Count is < Fewest or > Most)
            throw new ArgumentException($"'{models.Count}' models cannot be compared: give {Fewest} to {Most}.", nameof(models));
        if (models.GroupBy(m => m.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"'{twice.Key}' is given twice: a model is compared with others, not with itself.", nameof(models));
        if (baseline is not null && !models.Contains(baseline))
            throw new ArgumentException($"The baseline '{baseline.Id}' is not among the models compared: choose one of {string.Join(", ", models.Select(m => m.Id))}.", nameof(baseline));
        if (traffic.Problems() is [var problem, ..]) throw new ArgumentException(problem, nameof(traffic));

        var context = new ComparisonContext(catalog, models, traffic, baseline ?? models[0]);
        return new()
        {
            Context = context,
            Verdicts = Verdicts.VerdictRule.Decide(context),
            Findings = [.. rules.SelectMany(r => r.Evaluate(context))],
            Benchmarks = context.Benchmarks,
        };
    }
}

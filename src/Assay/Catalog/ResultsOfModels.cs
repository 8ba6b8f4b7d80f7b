namespace Assay.Catalog;

/// <summary>
/// The benchmark results of each model: those that a source gives under its id, and those given under a label that means it. Asked anew whenever
/// the catalogue is built, so a label that no model had yesterday finds its model as soon as there is one.
/// </summary>
internal sealed class ResultsOfModels
{
    private readonly ILookup<string, BenchmarkResult> results;

    public ResultsOfModels(
        IEnumerable<(string Id, ClaimGroup Claims)> models, IEnumerable<(string Label, ClaimGroup Claims)> labelled,
        IReadOnlyDictionary<string, string> benchmarkNames, IEnumerable<Claim> ofNobody)
    {
        var found = new List<(string Model, BenchmarkResult Result)>();
        var open = new List<Claim>(ofNobody);
        BenchmarkResult Result(Claim claim, string? configuration)
        {
            var score = ((ClaimValue.Score)claim.Value).Value;
            return new(score with { Benchmark = benchmarkNames.GetValueOrDefault(score.Benchmark, score.Benchmark), Configuration = configuration }, claim);
        }
        foreach (var (id, claims) in models)
            found.AddRange(claims.On(Property.Result).Select(c => (id, Result(c, null))));

        var labels = new ModelLabels(models.Select(m => (m.Id, NamesOf(m.Claims))));
        foreach (var (label, claims) in labelled)
        {
            if (labels.Match(label) is { } match) found.AddRange(claims.On(Property.Result).Select(c => (match.ModelId, Result(c, match.Configuration))));
            else open.AddRange(claims.All);
        }
        results = found.ToLookup(f => f.Model, f => f.Result, StringComparer.Ordinal);
        Unattributed = open;
        OfNoModel = [.. open.Where(c => c.Property == Property.Result).Select(c => Result(c, null))];
    }

    /// <summary>Claims of nobody, and those under labels that mean no model of the catalogue.</summary>
    public IReadOnlyList<Claim> Unattributed { get; }

    /// <summary>The results among <see cref="Unattributed"/>.</summary>
    public IReadOnlyList<BenchmarkResult> OfNoModel { get; }

    public IReadOnlyList<BenchmarkResult> this[string modelId] => [.. results[modelId]];

    private static IEnumerable<string> NamesOf(ClaimGroup model) =>
        model.On(Property.Alias).Concat(model.On(Property.DisplayName)).Select(c => c.Value.Text);

    /// <summary>A benchmark's file may list ids that other sources use for it.</summary>
    internal static IReadOnlyDictionary<string, string> OtherNames(IEnumerable<(string Id, ClaimGroup Claims)> benchmarks)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, claims) in benchmarks)
            foreach (var alias in claims.On(Property.Alias)) names.TryAdd(alias.Value.Text, id);
        return names;
    }
}

namespace Assay.Catalog;

/// <summary>
/// The benchmark results of each model: those that a source gives under its id, and those given under a label that means it. Asked anew whenever
/// the catalogue is built, so a label that no model had yesterday finds its model as soon as there is one.
/// </summary>
internal sealed class ResultsOfModels
{
    private readonly ILookup<string, BenchmarkResult> results;

    public ResultsOfModels(
        IReadOnlyList<(string Id, ClaimGroup Claims)> models, IReadOnlyList<(string Label, ClaimGroup Claims)> labelled,
        IEnumerable<string> offered, IReadOnlyDictionary<string, string> benchmarkNames, IEnumerable<Claim> ofNobody)
    {
        var found = new List<(string Model, BenchmarkResult Result)>();
        var open = new List<Claim>(ofNobody);
        BenchmarkResult Result(Claim claim, string? configuration)
        {
            var score = ((ClaimValue.Score)claim.Value).Value;
            var benchmark = benchmarkNames.GetValueOrDefault(score.Benchmark, score.Benchmark);
            return new(benchmark == score.Benchmark && configuration is null ? score : score with { Benchmark = benchmark, Configuration = configuration }, claim);
        }
        foreach (var (id, claims) in models)
            found.AddRange(claims.On(Property.Result).Select(c => (id, Result(c, null))));

        var labels = new ModelLabels(models.Select(m => (m.Id, NamesOf(m.Claims))), offered);
        var matched = new List<(string Model, BenchmarkResult Result, bool Read)>();
        foreach (var (label, claims) in labelled)
        {
            if (labels.Match(label) is { } match) matched.AddRange(claims.On(Property.Result).Select(c => (match.ModelId, Result(c, match.Configuration), match.Read)));
            else open.AddRange(claims.All);
        }
        foreach (var sameModel in matched.GroupBy(m => (m.Model, m.Result.Key, m.Result.Claim.Source.Publisher)))
        {
            // A name as it is written goes before one that was read.
            var written = sameModel.Any(m => !m.Read);
            var kept = OfOneName([.. sameModel.Where(m => m.Read != written).Select(m => (m.Model, m.Result))]);
            found.AddRange(kept);
            open.AddRange(sameModel.Select(m => (m.Model, m.Result)).Except(kept).Select(m => m.Result.Claim));
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

    /// <summary>
    /// A source that lists two names side by side means two models, though we know only one of that name: of those with a date the newest is
    /// kept, for "claude-3-5-sonnet" beside "claude-3-5-sonnet-20241022" is an older release. Without a date nobody can tell, and neither is kept.
    /// One name by two ways ("gpt-oss-120b", "chutes/gpt-oss-120b") is one.
    /// </summary>
    private static (string Model, BenchmarkResult Result)[] OfOneName((string Model, BenchmarkResult Result)[] results)
    {
        var names = results.ToLookup(r => LabelText.WithoutWay(LabelText.Normal(r.Result.Claim.Subject.Id)), StringComparer.Ordinal);
        if (names.Count == 1) return results;
        var newest = names.Where(n => LabelText.DateIn(n.Key) is not null).GroupBy(n => LabelText.DateIn(n.Key), StringComparer.Ordinal).MaxBy(g => g.Key, StringComparer.Ordinal)?.ToArray();
        return newest is [var only] ? [.. only] : [];
    }

    private static IEnumerable<(string Name, bool Reviewed)> NamesOf(ClaimGroup model) =>
        model.On(Property.Alias).Concat(model.On(Property.DisplayName)).Select(c => (c.Value.Text, c.Source.Publisher == Source.Catalogue));

    /// <summary>A benchmark's file may list ids that other sources use for it.</summary>
    internal static IReadOnlyDictionary<string, string> OtherNames(IEnumerable<(string Id, ClaimGroup Claims)> benchmarks)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, claims) in benchmarks)
            foreach (var alias in claims.On(Property.Alias)) names.TryAdd(alias.Value.Text, id);
        return names;
    }
}

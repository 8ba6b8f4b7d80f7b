using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Evaluation;

namespace Assay.Host.Cli.Completion;

/// <summary>Names of models, providers, benchmarks, runs and suites, each read the cheapest way there is; the catalogue is not loaded.</summary>
internal sealed class NamesForCompletion(string dataFolder, string? catalogFolder)
{
    private const int Most = 200;

    private readonly StoredNames stored = new(Workspace.StorePath(dataFolder));

    /// <param name="kind">What the command calls it: MODEL, RUN, SUITE.</param>
    /// <param name="begun">What is typed of it.</param>
    public IEnumerable<(string Word, string What)> Of(string kind, string begun) => kind switch
    {
        "MODEL" or "M,…" or "QUERY" => Models(begun),
        "PROVIDER" => Ids(SubjectKind.Provider, "providers", begun).Select(id => (id, "provider")),
        "OFFER" => stored.Subjects(SubjectKind.Offer, begun, Most).Where(id => id.StartsWith(begun, StringComparison.Ordinal)).Select(id => (id, "offer")),
        "ID" => Ids(SubjectKind.Benchmark, "benchmarks", begun).Select(id => (id, "benchmark")),
        "RUN" => stored.Runs(begun, Most).Select(id => (id, "run")).Concat(Begins(["latest"], begun).Select(id => (id, "the newest run"))),
        "SUITE" => Begins(new SuiteFinder(dataFolder, () => new()).Ids, begun).Select(id => (id, "suite")),
        _ => [],
    };

    /// <summary>Ids that begin so; where a maker was not typed, also the rest of an id that does: either is a name of the model.</summary>
    private IEnumerable<(string, string)> Models(string begun)
    {
        var ids = Ids(SubjectKind.Model, "models", begun);
        // What a provider calls it, once the provider is typed.
        var offers = begun.Contains('/', StringComparison.Ordinal) ? stored.Subjects(SubjectKind.Offer, begun, Most) : [];
        return ids.Select(id => id.StartsWith(begun, StringComparison.Ordinal) ? (id, "model") : (id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..], id))
            .Concat(offers.Where(o => o.StartsWith(begun, StringComparison.Ordinal)).Select(o => (o, "offer"))).DistinctBy(w => w.Item1).Take(Most);
    }

    private IReadOnlyList<string> Ids(SubjectKind kind, string folder, string begun)
    {
        var known = stored.Subjects(kind, begun, Most);
        return known.Count > 0 ? known : [.. Files(folder).Where(id => id.StartsWith(begun, StringComparison.Ordinal) || id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..].StartsWith(begun, StringComparison.Ordinal)).Take(Most)];
    }

    /// <summary>Before the first command there is no store; in the curated catalogue a path is an id.</summary>
    private IEnumerable<string> Files(string folder)
    {
        var path = Path.Combine(catalogFolder ?? Workspace.DefaultCatalogFolder, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories).Select(f => Path.ChangeExtension(Path.GetRelativePath(path, f), null).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<string> Begins(IEnumerable<string> words, string begun) => words.Where(w => w.StartsWith(begun, StringComparison.Ordinal));
}

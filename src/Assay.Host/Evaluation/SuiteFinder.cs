using Assay.Adapters.Images;
using Assay.Adapters.Suites;
using Assay.Host.Catalog;

namespace Assay.Host.Evaluation;

/// <summary>Which folder a suite's name means: a folder as it is, or the id of one in the data folder or of those that came with the program.</summary>
public sealed class SuiteFinder(string dataFolder, Func<ImageLimits> limits)
{
    /// <summary>Where suites are looked for by id, in this order.</summary>
    public IReadOnlyList<string> Places { get; } = [Path.Combine(Path.GetFullPath(dataFolder), "suites"), Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Workspace.DefaultCatalogFolder))!, "suites")];

    /// <summary>Ids that can be named, each once.</summary>
    public IReadOnlyList<string> Ids => [.. Places.Where(Directory.Exists).SelectMany(Directory.GetDirectories).Where(IsSuite).Select(f => Path.GetFileName(f)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public ImageLimits Limits => limits();

    /// <summary>Opens a folder, or a suite by its id.</summary>
    /// <exception cref="SuiteException">There is none, or it has faults.</exception>
    public SuiteFolder Open(string name, CancellationToken cancellationToken) =>
        Directory.Exists(name) ? SuiteFolder.Open(name, limits(), cancellationToken) : Known(name, cancellationToken) ?? throw new SuiteException($"'{name}' is neither a folder nor the id of a suite. {Told}");

    /// <summary>Opens a suite by its id only: what comes from outside names no folders. Null where there is none.</summary>
    /// <exception cref="SuiteException">It has faults.</exception>
    public SuiteFolder? Known(string id, CancellationToken cancellationToken) =>
        Folder(id) is { } folder ? SuiteFolder.Open(folder, limits(), cancellationToken) : null;

    /// <summary>Where the suite of this id is; null where there is none.</summary>
    public string? Folder(string id) => Ids.Contains(id) ? Places.Select(p => Path.Combine(p, id)).First(f => Directory.Exists(f) && IsSuite(f)) : null;

    /// <summary>Which ids there are, as a sentence.</summary>
    public string Told => Ids is { Count: > 0 } ids ? $"Known suites: {string.Join(", ", ids)}." : $"No suites are known: put a folder with {SuiteFolder.AboutFile} into '{Places[0]}'.";

    private static bool IsSuite(string folder) => File.Exists(Path.Combine(folder, SuiteFolder.AboutFile));
}

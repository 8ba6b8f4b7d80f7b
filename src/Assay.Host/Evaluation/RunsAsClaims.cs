using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary>Tells the catalogue what finished runs come to, so that they stand on the pages of their models.</summary>
internal static class RunsAsClaims
{
    /// <param name="catalog">Asked only where a run has to be worked out.</param>
    /// <param name="changed">Runs that were finished, read, scored again or deleted.</param>
    public static void Refresh(RunStore runs, Func<CatalogSnapshot> catalog, TimeProvider time, params IReadOnlyCollection<string> changed) =>
        new RunClaims(runs, name => ModelId(catalog(), name), time).Refresh(changed);

    /// <summary>For a command that has no catalogue at hand.</summary>
    public static void Refresh(RunStore runs, CommandRun run, params IReadOnlyCollection<string> changed)
    {
        var live = new Lazy<LiveCatalog>(() => new(new Workspace(run.DataFolder, run.Surroundings.CatalogFolder, run.Surroundings.Time), run.Surroundings.Time));
        Refresh(runs, () => live.Value.Current, run.Surroundings.Time, changed);
    }

    /// <summary>What a provider serves under that id, else the catalogue's model of that id.</summary>
    public static string? ModelId(CatalogSnapshot catalog, string name) =>
        (ModelRef.TryParse(name, out var at) ? catalog.ModelAt(at.Provider, at.Model)?.Id : null) ?? catalog.ById(name)?.Id;
}

using System.Globalization;
using System.Runtime.InteropServices;
using Assay.Adapters.Calls;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Importers;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli.Health;
using Assay.Units;

namespace Assay.Host.Cli;

/// <summary>Looks at everything the program stands on. A fault ends one check, never the round.</summary>
internal sealed class Doctor(string dataFolder, Surroundings surroundings)
{
    private const long LeastFree = 200_000_000;

    /// <summary>How long another process may write to the store before that is told.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<DoctorCheck> checks = [];
    private readonly List<string> notes = [];
    private readonly string folder = Path.GetFullPath(dataFolder);

    /// <param name="urls">Where the web app would listen.</param>
    /// <param name="asked">Whether that was named.</param>
    /// <param name="models">Models to call; none is called that is not named.</param>
    public async Task<DoctorView> Examine(CommandRun run, string urls, bool asked, IReadOnlyList<string> models, CancellationToken cancellationToken)
    {
        CheckFolder();
        CheckShippedCatalogue();
        CheckSettings();
        var workspace = CheckStore();
        var feeds = workspace is null ? [] : Feeds(workspace);
        var live = workspace is null ? null : new LiveCatalog(workspace, surroundings.Time);
        var catalog = live?.Current;
        checks.Add(ClockHealth.Of(surroundings.Time.GetUtcNow(), workspace is null ? [] : new ClaimStore(workspace.Store).Snapshots()));
        var catalogue = catalog is null ? null : Catalogue(catalog);
        var providers = catalog is null ? [] : Providers(catalog);
        if (workspace is not null) CheckSync(workspace);
        CheckImages();
        CheckEngines();
        CheckDisk();
        Take(await PortHealth.Of(urls, asked));
        if (live is not null && models.Count > 0) checks.AddRange(await CallHealth.Of(models, live, run, cancellationToken));
        return new()
        {
            Healthy = checks.TrueForAll(c => c.Passed), Version = ProgramVersion.Full, Runtime = RuntimeInformation.FrameworkDescription,
            System = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
            DataFolder = folder, Checks = checks, Feeds = feeds, Catalogue = catalogue, Providers = providers, Notes = notes,
        };
    }

    private void CheckFolder()
    {
        var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            checks.Add(new("data folder", true, $"{folder}, writable"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            checks.Add(new("data folder", false, $"{folder} cannot be written: {e.Message}", "Change its rights, or name another with --data or ASSAY_DATA."));
        }
    }

    private void CheckShippedCatalogue()
    {
        var shipped = surroundings.CatalogFolder ?? Workspace.DefaultCatalogFolder;
        checks.Add(Directory.Exists(shipped)
            ? new("curated catalogue", true, shipped)
            : new("curated catalogue", false, $"There is no folder '{shipped}'.", "Set ASSAY_CATALOG to the catalogue's folder, or install the program again."));
    }

    private void CheckSettings()
    {
        try
        {
            var settings = SettingsFile.Read(folder, surroundings.WorkingFolder, surroundings.Variables);
            string[] set = [.. EnvironmentSettings.Names.Where(n => surroundings.Variables.GetValueOrDefault(n) is { Length: > 0 })];
            checks.Add(new("settings", true, $"{settings.Path ?? $"no {SettingsFile.Name}"}{(set.Length > 0 ? $"; from the environment: {string.Join(", ", set)}" : "")}"));
        }
        catch (SettingsException e)
        {
            checks.Add(new("settings", false, e.Message, "Mend what is named; docs/settings.md lists every setting."));
        }
        foreach (var (name, nearest) in EnvironmentSettings.Unknown(surroundings.Variables))
            notes.Add($"The variable {name} is no setting of this program and does nothing{(nearest is null ? $": settings are {string.Join(", ", EnvironmentSettings.Names)}" : $"; perhaps {nearest} is meant")}.");
    }

    private Workspace? CheckStore()
    {
        try
        {
            // The workspace would wait longer for another process that writes.
            Store.Open(Workspace.StorePath(folder), Patience, surroundings.Time);
            var workspace = new Workspace(folder, surroundings.CatalogFolder, surroundings.Time);
            var size = new FileInfo(workspace.Store.Path).Length;
            checks.Add(new("store", true, $"{workspace.Store.Path}, schema version {workspace.Store.Version}, {Size(size)}"));
            checks.Add(new("SQLite", true, SqliteLibrary.Description));
            if (StoreCheckup.Faults(workspace.Store, Patience) is not { Count: > 0 } faults) return workspace;
            checks.RemoveAll(c => c.Name == "store");
            checks.AddRange(faults.Select(f => new DoctorCheck("store", false, f)));
            // What is only locked can be read all the same.
            return faults[0].Contains("is locked", StringComparison.Ordinal) ? workspace : null;
        }
        catch (StoreException e)
        {
            checks.Add(new("store", false, e.Message));
        }
        catch (ImportException e)
        {
            checks.Add(new("curated catalogue", false, e.Problems.Count == 1 ? e.Problems[0] : $"{e.Problems.Count} faults; the first: {e.Problems[0]}", "Mend the file that is named."));
        }
        return null;
    }

    private IReadOnlyList<DoctorFeed> Feeds(Workspace workspace)
    {
        var today = DateOnly.FromDateTime(surroundings.Time.GetUtcNow().UtcDateTime);
        return [.. new ClaimStore(workspace.Store).Snapshots().GroupBy(s => s.Feed, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DoctorFeed(g.Key, g.Count(), g.Last().AsOf.ToString("yyyy-MM-dd"), Math.Max(0, today.DayNumber - g.Last().AsOf.DayNumber), g.Last().ImportedAt))];
    }

    private IReadOnlyList<DoctorProvider> Providers(CatalogSnapshot catalog)
    {
        try
        {
            var settings = SettingsFile.Read(folder, surroundings.WorkingFolder, surroundings.Variables).Providers;
            var routes = new Endpoints(() => settings, surroundings.Variable).All(catalog, [.. WireProtocols.Ids, ModelRef.Local]);
            Take(KeyHealth.Of(routes, surroundings.Variable));
            return [.. routes.Select(r => new DoctorProvider(r.Id, State(r.Readiness), r.Words, r.Variable))];
        }
        catch (SettingsException)
        {
            return []; // the check of the settings tells why
        }
    }

    private void Take((IReadOnlyList<DoctorCheck> Checks, IReadOnlyList<string> Notes) found)
    {
        checks.AddRange(found.Checks);
        notes.AddRange(found.Notes);
    }

    private static string State(Readiness readiness) => readiness switch
    {
        Readiness.Callable => "callable",
        Readiness.NeedsKey => "needs_key",
        Readiness.NeedsAddress => "needs_address",
        _ => "unknown_protocol",
    };

    private DoctorCatalogue Catalogue(CatalogSnapshot catalog)
    {
        Note("offer", "whose model is a name of its own, in no list of models", [.. catalog.Models.Where(m => !m.Curated).SelectMany(m => m.Offers).Select(o => o.Id.ToString())]);
        Note("provider", "without a name", [.. catalog.Providers.Values.Where(p => p.Name == p.Id && catalog.OffersOf.Contains(p.Id)).Select(p => p.Id).Order(StringComparer.Ordinal)]);
        Note("model", "without an offer", [.. catalog.Models.Where(m => m.Offers.Count == 0).Select(m => m.Id)]);
        Note("model", "whose maker has no file", [.. catalog.Models.Where(m => !catalog.Organizations.ContainsKey(m.Organization.Id)).Select(m => m.Id)]);
        Note("successor", "that no model has as its name", [.. catalog.Models.Select(m => m.Lifecycle.Successor.TryGet(out var successor) ? successor : null).OfType<string>()
            .Where(s => catalog.Find(s) is not NameLookup.Found).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        return new(catalog.Models.Count, catalog.Models.Count(m => m.Curated), catalog.Models.Sum(m => m.Offers.Count), catalog.Providers.Count, catalog.Benchmarks.Count, catalog.ClaimCount, catalog.Unattributed.Count);
    }

    private void Note(string what, string fault, string[] which)
    {
        if (which.Length > 0) notes.Add($"{Words.Plural(which.Length, what)} {fault}: {string.Join(", ", which.Take(3))}{(which.Length > 3 ? " …" : "")}");
    }

    private void CheckSync(Workspace workspace)
    {
        var log = new SyncLog(workspace.Store);
        foreach (var held in log.Held()) checks.Add(new($"sync of {held.Feed}", false, $"The snapshot of {held.At:yyyy-MM-dd} was {held.Detail}"));
        notes.AddRange(log.Last().Where(a => a.Result is SyncResult.Failed).Select(a => $"The last sync of {a.Feed}, on {a.At:yyyy-MM-dd}, failed: {a.Detail}"));
    }

    /// <summary>Without the library all but images works: a note, no fault.</summary>
    private void CheckImages()
    {
        using var images = ImageWork.With(Engines);
        if (images.Library is ({ } library, _)) checks.Add(new("images", true, library.Description));
        else notes.Add(images.Library.Missing!);
    }

    private void CheckEngines()
    {
        var (check, told) = EngineHealth.Of(Engines, Size);
        if (check is not null) checks.Add(check);
        notes.AddRange(told);
    }

    private EngineFolder Engines => new(surroundings.Variables.GetValueOrDefault(EngineFolder.Variable) is { Length: > 0 } set ? set : Path.Combine(folder, "engines"));

    private void CheckDisk()
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            checks.Add(free >= LeastFree
                ? new("free disk", true, Size(free))
                : new("free disk", false, $"{Size(free)} where {Size(LeastFree)} are needed for an import", "Free some space, or name a data folder on another disk with --data."));
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            notes.Add($"The free disk space of {folder} cannot be told: {e.Message}");
        }
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " GB",
        >= 1_000_000 => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB",
        _ => (bytes / 1e3).ToString("0.0", CultureInfo.InvariantCulture) + " KB",
    };
}

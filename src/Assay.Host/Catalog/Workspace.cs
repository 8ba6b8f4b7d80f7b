using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Host.Catalog;

/// <summary>The data folder with its store, holding the curated catalogue that came with the program.</summary>
public sealed class Workspace : ICatalogSource
{
    private readonly ClaimStore claims;

    /// <param name="dataFolder">Holds the store; made where it does not exist.</param>
    /// <param name="catalogFolder">The curated catalogue; null for the one beside the program.</param>
    /// <param name="time">Clock of imports.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="ImportException">The curated catalogue has faults.</exception>
    public Workspace(string dataFolder, string? catalogFolder, TimeProvider time)
    {
        DataFolder = Path.GetFullPath(dataFolder);
        Store = Store.Open(StorePath(DataFolder), time: time);
        claims = new(Store);
        var folder = catalogFolder ?? DefaultCatalogFolder;
        // A catalogue that was named and is not there must not pass for an empty one; beside the program it may have been left out.
        if (!Directory.Exists(folder) && (catalogFolder is not null || IsNamed))
            throw new ImportException($"The curated catalogue '{folder}' is not a folder: correct ASSAY_CATALOG, or unset it to use the one that came with the program.");
        if (Directory.Exists(folder)) new Importing(Store).Import(ImportFormats.Get("assay"), folder);
    }

    public string DataFolder { get; }
    public Store Store { get; }

    public long Version() => claims.Snapshots().Select(s => (long)s.Id).DefaultIfEmpty().Max();

    public IReadOnlyList<Claim> LoadClaims() => claims.LoadClaims();

    public Sync.SourceRecords LoadSources() => Sync.SourceRecords.Load(Store);

    /// <summary>The store in a data folder.</summary>
    public static string StorePath(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "assay.db");

    private static bool IsNamed => Environment.GetEnvironmentVariable("ASSAY_CATALOG") is { Length: > 0 };

    /// <summary><c>$ASSAY_CATALOG</c>, else the catalogue beside the program.</summary>
    public static string DefaultCatalogFolder => IsNamed ? Environment.GetEnvironmentVariable("ASSAY_CATALOG")! : Path.Combine(AppContext.BaseDirectory, "catalog");

    /// <summary><c>$ASSAY_DATA</c>, else the platform's folder for program data.</summary>
    public static string DefaultDataFolder => Environment.GetEnvironmentVariable("ASSAY_DATA") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "assay");
}

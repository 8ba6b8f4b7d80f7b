using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>What a start needs: the curated catalogue brought up to date, and every claim.</summary>
public static class CatalogueLoader
{
    /// <param name="store">Open.</param>
    /// <param name="curatedFolder">The folder of the curated catalogue; null or missing: only what the store holds.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <exception cref="ImportException">The curated catalogue has faults; the store is as it was.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static LoadedCatalogue Load(Store store, string? curatedFolder, CancellationToken cancellationToken = default)
    {
        var import = curatedFolder is not null && Directory.Exists(curatedFolder)
            ? new Importing(store).Import(new AssayCatalogue(), curatedFolder, cancellationToken: cancellationToken)
            : null;
        return new(new ClaimStore(store).LoadClaims(), import);
    }
}

/// <summary>Every claim, and what the import of the curated catalogue did (null: there is no folder).</summary>
public sealed record LoadedCatalogue(IReadOnlyList<Claim> Claims, ImportOutcome? Import);

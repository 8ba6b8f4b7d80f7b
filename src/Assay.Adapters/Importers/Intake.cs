using Assay.Adapters.Storage;
using Assay.Catalog.Conflicts;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Importers;

/// <summary>What every parsed snapshot goes through, imported by hand or fetched: into the store, and its prices beside those of everybody else.</summary>
internal static class Intake
{
    /// <param name="claims">The store.</param>
    /// <param name="parsed">The snapshot.</param>
    /// <param name="today">The day of the import.</param>
    /// <param name="also">What else belongs to the import, in its transaction; it gets the number of the feed's last imported snapshot.</param>
    /// <param name="dryRun">Tell what would happen, and leave the store as it is.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <exception cref="StoreException">The store cannot be used; nothing was imported.</exception>
    public static ImportOutcome Take(
        ClaimStore claims, ParsedSnapshot parsed, DateOnly today, Action<SqliteConnection, int>? also, bool dryRun, CancellationToken cancellationToken)
    {
        var counts = claims.Import(parsed.Snapshot, parsed.Claims, also, dryRun, cancellationToken);
        return new(parsed.Snapshot.Feed, parsed.Snapshot.AsOf, AlreadyThere: false, counts, parsed) { Suspicious = PriceCheck.Of(parsed, claims.LoadClaims(), today) };
    }
}

/// <summary>What an import did.</summary>
/// <param name="Feed">Of the snapshot.</param>
/// <param name="AsOf">The day it stands for.</param>
/// <param name="AlreadyThere">The same bytes for the same day were imported before: nothing was parsed and nothing changed.</param>
/// <param name="Claims">Added, changed, left, ended.</param>
/// <param name="Parsed">Refusals, notes and counts; null when it was already there.</param>
public sealed record ImportOutcome(string Feed, DateOnly AsOf, bool AlreadyThere, ImportCounts Claims, ParsedSnapshot? Parsed)
{
    /// <summary>Prices of the snapshot that are 90 times off what other sources or routes ask. They were kept.</summary>
    public IReadOnlyList<SuspiciousPrice> Suspicious { get; init; } = [];
}

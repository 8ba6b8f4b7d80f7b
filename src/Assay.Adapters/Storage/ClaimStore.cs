using System.Globalization;
using Assay.Catalog;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>
/// Snapshots of sources and the claims they make, append-only. An import is one transaction: either the whole snapshot is in, or nothing of it.
/// Snapshots of one feed may come in any order of their days; the history comes out as if they had come in order.
/// </summary>
public sealed class ClaimStore(Store store)
{
    /// <summary>Snapshots by day, then in the order of their import.</summary>
    /// <param name="feed">Only of this feed; null for all.</param>
    public IReadOnlyList<StoredSnapshot> Snapshots(string? feed = null) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return Snapshots(connection, feed);
    });

    /// <summary>
    /// Puts a snapshot in. The same bytes for the same day again change nothing and add no snapshot.
    /// </summary>
    /// <param name="snapshot">Its day decides which snapshot it is compared with: the last of its feed up to that day.</param>
    /// <param name="claims">Everything the snapshot says. Claims whose source names the snapshot's feed take their dates from it.</param>
    /// <param name="dryRun">Count only; the store stays as it is.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <exception cref="StoreException">The store is locked, full or damaged; it is as it was before.</exception>
    public ImportCounts Import(NewSnapshot snapshot, IEnumerable<Claim> claims, bool dryRun = false, CancellationToken cancellationToken = default) =>
        Import(snapshot, claims, null, dryRun, cancellationToken);

    /// <param name="also">What else belongs to the import, in its transaction; it gets the number of the feed's last imported snapshot.</param>
    internal ImportCounts Import(NewSnapshot snapshot, IEnumerable<Claim> claims, Action<SqliteConnection, int>? also, bool dryRun, CancellationToken cancellationToken) => store.Guard(() =>
    {
        using var connection = store.Connect();
        SqliteDialect.TrustReferences(connection);
        // Immediate: an import that waits for another one sees what that one wrote.
        using var transaction = connection.BeginTransaction(deferred: false);
        var import = new ClaimImport(connection, new(Snapshots(connection, snapshot.Feed)), snapshot);
        var counts = import.Run(claims, store.Time, cancellationToken);
        if (dryRun) return counts;
        also?.Invoke(connection, Snapshots(connection, snapshot.Feed).Max(s => s.Id));
        transaction.Commit();
        return counts;
    });

    /// <summary>
    /// All claims ever made, ended ones with <see cref="Claim.To"/> set. Sources, values and texts that are equal are one object.
    /// </summary>
    public IReadOnlyList<Claim> LoadClaims() => store.Guard(() =>
    {
        using var connection = store.Connect();
        // One transaction: the tables are read one after the other and must be of one moment.
        using var transaction = connection.BeginTransaction(deferred: true);
        return new ClaimReader(connection, Snapshots(connection, null)).Read();
    });

    /// <summary>The bytes of a file of a snapshot as they were imported; null when the snapshot has no file of that name.</summary>
    public byte[]? LoadFile(int snapshotId, string name) => LoadFiles(snapshotId).Find(name);

    /// <summary>The bytes of all files of a snapshot as they were imported.</summary>
    public SnapshotFiles LoadFiles(int snapshotId) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return new SnapshotFiles(Blobs.Load(connection, snapshotId));
    });

    internal static IReadOnlyList<StoredSnapshot> Snapshots(SqliteConnection connection, string? feed)
    {
        var snapshots = new List<StoredSnapshot>();
        using var rows = SqliteDialect.Read(connection, "select id, feed, sha256, as_of, retrieved, url, imported_at from snapshot order by as_of, id");
        while (rows.Next())
        {
            var snapshot = new StoredSnapshot(rows.Int(0), rows.Text(1), rows.Text(2), Day.Read(rows.Int(3)), Day.Read(rows.IntOrNull(4)), rows.TextOrNull(5), rows.Text(6));
            if (feed is null || snapshot.Feed == feed) snapshots.Add(snapshot);
        }
        return snapshots;
    }

    internal static string Timestamp(TimeProvider time) => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Assay.Adapters.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Sync;

/// <summary>What came of asking the sources: attempts, validators for the next request, and the bytes of what was held back.</summary>
public sealed class SyncLog(Store store)
{
    /// <summary>The last attempt of each source, by feed.</summary>
    public IReadOnlyList<SyncAttempt> Last() => Attempts("group by feed");

    /// <summary>Snapshots that wait for a person: the last that came of their source was odd. A failed attempt since leaves them waiting.</summary>
    public IReadOnlyList<SyncAttempt> Held() =>
        [.. Attempts("where result <> 'failed' group by feed").Where(a => a.Result is SyncResult.Held)];

    /// <summary>How many attempts of a source have failed since the last that did not.</summary>
    public int FailuresInARow(string feed) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return connection.ExecuteScalar<int>(
            "select count(*) from sync_attempt where feed = @feed and id > (select coalesce(max(id), 0) from sync_attempt where feed = @feed and result <> 'failed')", new { feed });
    });

    /// <summary>Keeps an attempt that imported nothing, with the bytes of what was held back.</summary>
    public void Add(SyncAttempt attempt, SnapshotFiles? held = null) => store.Guard(() =>
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        Add(connection, attempt, null);
        if (held is not null) Blobs.Hold(connection, held);
        transaction.Commit();
        return true;
    });

    /// <summary>Keeps an attempt and the validators of the feed's newest snapshot.</summary>
    public void Add(SyncAttempt attempt, int snapshotId, IReadOnlyDictionary<string, Validator> validators) => store.Guard(() =>
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        Add(connection, attempt, snapshotId, validators);
        transaction.Commit();
        return true;
    });

    /// <summary>By address, of the files that a snapshot was read from.</summary>
    public IReadOnlyDictionary<string, Validator> Validators(int snapshotId) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return connection.Query<(string Address, string? ETag, string? LastModified)>("select address, etag, last_modified from sync_validator where snapshot_id = @snapshotId", new { snapshotId })
            .ToDictionary(v => v.Address, v => new Validator(v.ETag, v.LastModified), StringComparer.Ordinal);
    });

    /// <summary>The files of a snapshot that was held back.</summary>
    public SnapshotFiles HeldFiles(string sha256) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return new SnapshotFiles(Blobs.LoadHeld(connection, sha256));
    });

    /// <summary>Inside the transaction of the import that it tells of.</summary>
    internal static void Add(SqliteConnection connection, SyncAttempt attempt, int snapshotId, IReadOnlyDictionary<string, Validator> validators)
    {
        Add(connection, attempt, snapshotId);
        foreach (var (address, validator) in validators)
        {
            connection.Execute("insert or replace into sync_validator values (@snapshotId, @address, @ETag, @LastModified)",
                new { snapshotId, address, validator.ETag, validator.LastModified });
        }
    }

    private static void Add(SqliteConnection connection, SyncAttempt attempt, int? snapshotId) => connection.Execute(
        "insert into sync_attempt (feed, at, result, detail, address, sha256, snapshot_id) values (@Feed, @At, @Result, @Detail, @Address, @Sha256, @snapshotId)",
        new
        {
            attempt.Feed, At = attempt.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Result = attempt.Result.ToString().ToLowerInvariant(),
            attempt.Detail, attempt.Address, attempt.Sha256, snapshotId,
        });

    private IReadOnlyList<SyncAttempt> Attempts(string newestOf) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return connection.Query<(string Feed, string At, string Result, string Detail, string Address, string? Sha256)>(
            $"select feed, at, result, detail, address, sha256 from sync_attempt where id in (select max(id) from sync_attempt {newestOf}) order by feed").Select(a => new SyncAttempt
        {
            Feed = a.Feed, At = DateTimeOffset.Parse(a.At, CultureInfo.InvariantCulture), Result = Enum.Parse<SyncResult>(a.Result, ignoreCase: true), Detail = a.Detail, Address = a.Address, Sha256 = a.Sha256,
        }).ToArray();
    });
}

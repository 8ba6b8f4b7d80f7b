using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>
/// The SQLite file that everything durable is in. Opening it brings its tables up to date. Thread-safe: every caller
/// gets a connection of its own.
/// </summary>
public sealed class Store
{
    private readonly string connectionString;
    private readonly TimeSpan patience;

    private Store(string path, TimeSpan patience, TimeProvider time)
    {
        (Path, Time, this.patience) = (path, time, patience);
        // A timeout of 0 seconds would mean "for ever" to the driver.
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path, Pooling = false, DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
        }.ToString();
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    internal TimeProvider Time { get; }

    /// <summary>Number of the newest migration that was applied.</summary>
    public int Version { get; private set; }

    /// <summary>Opens the store, creates it where there is none, and applies the migrations it lacks.</summary>
    /// <param name="path">The file; its folder is created.</param>
    /// <param name="patience">How long to wait for another process that writes; default 10 seconds, at least one.</param>
    /// <param name="time">Clock for the day and time of imports; default the system's.</param>
    /// <exception cref="StoreException">The folder cannot be written, the file is no store, is damaged, is newer than the program, or is locked.</exception>
    public static Store Open(string path, TimeSpan? patience = null, TimeProvider? time = null)
    {
        SqliteLibrary.Use();
        path = System.IO.Path.GetFullPath(path);
        MakeFolder(path);
        var store = new Store(path, patience ?? TimeSpan.FromSeconds(10), time ?? TimeProvider.System);
        using var connection = store.Connect();
        store.Version = store.Guard(() => Migration.ApplyMissing(connection, path, store.Time));
        return store;
    }

    /// <summary>A connection of the caller's own, to dispose.</summary>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public SqliteConnection Connect() => Guard(() =>
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // Write-ahead log: readers go on while an import writes, and an import cut short leaves what was there.
            // NORMAL: a killed process loses nothing; a power cut may lose the last commits, never the order of them.
            SqliteDialect.Execute(connection, $"pragma busy_timeout = {patience.TotalMilliseconds:0}; pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma temp_store = memory;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>Runs something on the store; what SQLite says of it is told in terms of the store.</summary>
    /// <exception cref="StoreException">SQLite refused.</exception>
    public T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e) when (Explain(e) is { } message)
        {
            throw new StoreException(message, e);
        }
    }

    private string? Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
            $"The store '{Path}' is locked: another process writes to it and did not finish in time. Wait for the other import or run to end, then try again.",
        SQLitePCL.raw.SQLITE_NOTADB =>
            $"'{Path}' is not an Assay store: it is not a SQLite database. Move the file away, or name another data folder with --data.",
        SQLitePCL.raw.SQLITE_CORRUPT =>
            $"The store '{Path}' is damaged ({e.Message}). Move it away and import again: every claim comes from a snapshot; or put back a copy.",
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM =>
            $"The store '{Path}' cannot be opened for writing. The folder and the file must be writable by this user: change their rights, or name another data folder with --data.",
        SQLitePCL.raw.SQLITE_FULL => $"The store '{Path}' cannot grow: the disk is full. Free some space, then try again; nothing was half written.",
        SQLitePCL.raw.SQLITE_IOERR => $"The store '{Path}' cannot be read or written ({e.Message}). Check the disk.",
        _ => null,
    };

    [SuppressMessage("Design", "CA1031", Justification = "Rethrown as what it means for the store.")]
    private static void MakeFolder(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data folder '{folder}' cannot be created ({e.Message}). It must be a folder this user can write: name another with --data or ASSAY_DATA.", e);
        }
        if (Directory.Exists(path)) throw new StoreException($"'{path}' is a folder, not a store: name the folder that is to hold the store with --data.");
    }
}

using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>Looks whether a store can be written and whether its file is sound; changes nothing.</summary>
public static class StoreCheckup
{
    private const int FaultsTold = 3;

    /// <summary>What is wrong, in sentences; empty where nothing is. Reads the whole file.</summary>
    /// <param name="store">Open already.</param>
    /// <param name="patience">How long another process may be writing before that is told.</param>
    public static IReadOnlyList<string> Faults(Store store, TimeSpan patience)
    {
        try
        {
            using var connection = store.Connect();
            SqliteDialect.Execute(connection, FormattableString.Invariant($"pragma busy_timeout = {patience.TotalMilliseconds:0}"));
            var faults = new List<string>();
            using (var rows = SqliteDialect.Read(connection, $"pragma quick_check({FaultsTold})"))
                while (rows.Next()) faults.Add(rows.Text(0).ReplaceLineEndings(" "));
            if (faults is not ["ok"])
                return [$"The store '{store.Path}' is damaged: {string.Join("; ", faults)}. Move it away and import again: every claim comes from a snapshot; or put back a copy."];
            SqliteDialect.Execute(connection, "begin immediate; rollback");
            return [];
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return [$"The store '{store.Path}' is locked: another process has been writing to it for {patience.TotalSeconds:0.#} seconds. Wait for its import or run to end."];
        }
        catch (SqliteException e)
        {
            return [$"The store '{store.Path}' cannot be read through: {e.Message}. Move it away and import again, or put back a copy."];
        }
        catch (StoreException e)
        {
            return [e.Message];
        }
    }
}

using Assay.Catalog;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>
/// Names in a store, read without loading it and without changing it: for a shell that waits for an answer between two keys. A store that cannot be read has none.
/// </summary>
public sealed class StoredNames(string storePath)
{
    /// <summary>Ids of things of a kind that begin so, or whose part behind the first slash does; by name.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Subjects(SubjectKind kind, string beginning, int most) => Read(
        "select name from subject where kind = $kind and (substr(name, 1, length($text)) = $text or substr(name, instr(name, '/') + 1, length($text)) = $text) order by name limit $most",
        ("$kind", (int)kind), ("$text", beginning), ("$most", most));

    /// <summary>Ids of runs that begin so, the newest first.</summary>
    public IReadOnlyList<string> Runs(string beginning, int most) => Read(
        "select id from eval_run where substr(id, 1, length($text)) = $text order by id desc limit $most", ("$text", beginning), ("$most", most));

    private List<string> Read(string sql, params (string Name, object Value)[] values)
    {
        var names = new List<string>();
        if (!File.Exists(storePath)) return names;
        SqliteLibrary.Use();
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storePath, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            using var rows = command.ExecuteReader();
            while (rows.Read()) names.Add(rows.GetString(0));
        }
        catch (SqliteException)
        {
            // No store, an older one, a locked one: a shell gets no names, and nobody an error in the middle of a line.
        }
        return names;
    }
}

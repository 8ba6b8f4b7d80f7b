using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>A numbered SQL script, embedded as <c>Storage/Migrations/0001_claims.sql</c>; applied once, in order, each in a transaction of its own.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    public static IReadOnlyList<Migration> All { get; } = Embedded();

    private static Migration[] Embedded()
    {
        const string prefix = "Assay.Adapters.Storage.Migrations.";
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(resource =>
        {
            var name = resource[prefix.Length..^".sql".Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return new Migration(int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }).OrderBy(m => m.Number)];
    }

    /// <summary>Brings the tables up to date and returns the number of the newest migration.</summary>
    /// <exception cref="StoreException">The file is another program's database, or a store of a newer program.</exception>
    public static int ApplyMissing(SqliteConnection connection, string path, TimeProvider time)
    {
        var applied = Applied(connection, path);
        var newest = All[^1].Number;
        if (applied > newest)
        {
            throw new StoreException(
                $"The store '{path}' is at version {applied}; this program knows versions up to {newest}. It was written by a newer Assay: update this program, or name another data folder with --data.");
        }
        foreach (var migration in All.Where(m => m.Number > applied))
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            // Another process may have been faster between the question and the lock.
            if (Newest(connection) < migration.Number)
            {
                SqliteDialect.Execute(connection, migration.Sql);
                using var insert = SqliteDialect.Insert(connection, "migration", 3);
                insert.With(migration.Number).With(migration.Name).With(ClaimStore.Timestamp(time)).Row();
            }
            transaction.Commit();
        }
        return newest;
    }

    private static int Applied(SqliteConnection connection, string path)
    {
        var tables = SqliteDialect.Tables(connection);
        if (!tables.Contains("migration", StringComparer.Ordinal))
        {
            if (tables.Count > 0)
            {
                throw new StoreException(
                    $"'{path}' is a SQLite database of another program (it has a table '{tables[0]}' and none called 'migration'). Name another data folder with --data.");
            }
            SqliteDialect.Execute(connection, "create table if not exists migration (number integer not null primary key, name text not null, applied_at text not null)");
        }
        return Newest(connection);
    }

    private static int Newest(SqliteConnection connection) => SqliteDialect.Number(connection, "select coalesce(max(number), 0) from migration");
}

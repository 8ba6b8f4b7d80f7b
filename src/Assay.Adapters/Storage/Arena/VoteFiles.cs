using System.Security.Cryptography;
using Assay.Adapters.Importers;
using Assay.Arena;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Arena;

/// <summary>Votes from files and to files, a line at a time: how many there are does not matter to the memory.</summary>
public sealed class VoteFiles(Store store)
{
    private const int MostProblems = 20;

    /// <summary>Takes in all votes of a file, or none. A file that was taken in before, by its hash, changes nothing.</summary>
    /// <param name="dryRun">Read and check it all, and leave the store as it is.</param>
    /// <exception cref="ImportException">The file cannot be read or has faults: each with line and reason.</exception>
    /// <exception cref="StoreException">The store refused.</exception>
    public VoteImport Import(string path, bool dryRun = false, CancellationToken cancellationToken = default)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
            file.Position = 0;
            return store.Guard(() => Import(file, name, sha256, dryRun, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"'{path}' cannot be read: {e.Message} Name a file of votes, as CSV.", e);
        }
    }

    private VoteImport Import(FileStream file, string name, string sha256, bool dryRun, CancellationToken cancellationToken)
    {
        using var connection = store.Connect();
        SqliteDialect.TrustReferences(connection);
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.QuerySingleOrDefault<(string Imported, int Votes)?>("select imported, votes from vote_file where sha256 = @sha256", new { sha256 }) is { } before)
            return new(name, sha256, 0, 0, [], before.Votes, before.Imported);
        using var records = new CsvRecords(file, name);
        var csv = new VoteCsv(records, name);
        connection.Execute("insert into vote_file values (null, @sha256, @name, @at, 0)", new { sha256, name, at = ClaimStore.Timestamp(store.Time) });
        var id = connection.ExecuteScalar<long>("select last_insert_rowid()");
        var (votes, models) = Insert(connection, records, csv, name, id, cancellationToken);
        connection.Execute("update vote_file set votes = @votes where id = @id", new { votes, id });
        if (!dryRun) transaction.Commit();
        return new(name, sha256, votes, models, csv.PassedOver, null, null);
    }

    private static (int Votes, int Models) Insert(SqliteConnection connection, CsvRecords records, VoteCsv csv, string name, long file, CancellationToken cancellationToken)
    {
        var (votes, problems, models) = (0, new List<string>(), new Dictionary<string, long>(StringComparer.Ordinal));
        long Model(string model) => models.TryGetValue(model, out var id) ? id : models[model] = ArenaStore.Name(connection, model);
        using var insert = SqliteDialect.Insert(connection, "vote", 10);
        while (records.Next() && problems.Count < MostProblems)
        {
            if (votes % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var (vote, problem) = csv.Read(records);
            if (vote?.Battle is { } battle) problem = Known(connection, battle, vote.Voter);
            if (problem is not null) problems.Add($"{name}:{records.Line}: {problem}.");
            if (vote is null || problems.Count > 0) continue;
            insert.With((long?)null).With(Model(vote.Left)).With(Model(vote.Right)).With((long)vote.Outcome).With(vote.Task).With(vote.Voter).With(vote.At?.ToUnixTimeMilliseconds()).With(vote.Language).With(vote.Battle).With(file).Row();
            votes++;
        }
        if (problems.Count == MostProblems) problems.Add($"{name}: there may be more; the first {MostProblems} are shown.");
        if (problems.Count > 0) throw new ImportException(problems);
        return votes > 0 ? (votes, models.Count) : throw new ImportException($"{name}: there is no vote below the heading.");
    }

    /// <summary>Why a vote on a battle cannot be taken in; null where it can.</summary>
    private static string? Known(SqliteConnection connection, string battle, string? voter)
    {
        if (connection.ExecuteScalar<int>("select count(*) from battle where id = @battle", new { battle }) > 0) return $"battle '{battle}' was fought in this very store, which has its votes; the file was exported from here";
        return voter is not null && connection.ExecuteScalar<int>("select count(*) from vote where battle = @battle and voter = @voter", new { battle, voter }) > 0
            ? $"the vote of '{voter}' on battle '{battle}' is there already; leave the line out" : null;
    }

    /// <summary>Writes every vote of the store, the oldest first, and returns how many.</summary>
    public int Export(TextWriter output, CancellationToken cancellationToken = default) => store.Guard(() =>
    {
        using var connection = store.Connect();
        using var rows = SqliteDialect.Read(connection,
            "select l.name, r.name, v.outcome, v.task, v.voter, v.at, v.language, v.battle from vote v join arena_model l on l.id = v.left_model join arena_model r on r.id = v.right_model order by v.id");
        output.Write(string.Join(',', VoteCsv.Columns) + "\r\n");
        var count = 0;
        for (; rows.Next(); count++)
        {
            if (count % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            output.Write(VoteCsv.Line(new(rows.Text(0), rows.Text(1), (VoteOutcome)rows.Int(2))
            {
                Task = rows.TextOrNull(3), Voter = rows.TextOrNull(4), At = rows.LongOrNull(5) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, Language = rows.TextOrNull(6), Battle = rows.TextOrNull(7),
            }));
            output.Write("\r\n");
        }
        return count;
    });
}

/// <summary>What an import of votes brought.</summary>
/// <param name="Votes">Taken in now.</param>
/// <param name="Models">How many they are on.</param>
/// <param name="PassedOver">Columns that are of no use here.</param>
/// <param name="Before">Votes that the same file brought earlier; null where it is new.</param>
/// <param name="Since">When that was.</param>
public sealed record VoteImport(string File, string Sha256, int Votes, int Models, IReadOnlyList<string> PassedOver, int? Before, string? Since);

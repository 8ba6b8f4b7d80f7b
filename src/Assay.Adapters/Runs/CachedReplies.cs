using Assay.Adapters.Storage;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>Replies of other runs to the very same question.</summary>
internal sealed class CachedReplies(SqliteConnection connection, string run) : IDisposable
{
    private readonly BulkRead rows = SqliteDialect.Read(connection, """
        select c.id, a.text, a.stop from eval_call c join eval_answer a on a.call_id = c.id
        where c.question = ? and c.run_id <> ? and a.outcome = 'replied' and a.cached_from is null order by c.id limit 1 offset ?
        """);

    /// <summary>The reply of this repetition; null where there are not so many.</summary>
    public (long Call, string Text, string? Stop)? Find(ReadOnlySpan<byte> question, int repetition)
    {
        (long, string, string?)? found = rows.Again().With(question).With(run).With(repetition).Next() ? (rows.Long(0), rows.TextOrNull(1) ?? "", rows.TextOrNull(2)) : null;
        rows.Again();
        return found;
    }

    public void Dispose() => rows.Dispose();
}

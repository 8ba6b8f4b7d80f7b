using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assay.Adapters.Storage;

/// <summary>
/// The one place for what only SQLite understands: its catalogue of tables, and rows in bulk through its own calls, which here
/// are some five times faster than a command with named parameters (PostgreSQL will have COPY in its place). Opening goes this way too:
/// it is part of every start, and Dapper's first query costs more than all the rest of it.
/// </summary>
internal static class SqliteDialect
{
    public static IReadOnlyList<string> Tables(SqliteConnection connection)
    {
        var tables = new List<string>();
        using var rows = Read(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name");
        while (rows.Next()) tables.Add(rows.Text(0));
        return tables;
    }

    /// <summary>The one whole number that a query gives.</summary>
    public static int Number(SqliteConnection connection, string sql)
    {
        using var rows = Read(connection, sql);
        rows.Next();
        return rows.Int(0);
    }

    /// <summary>Several statements without parameters.</summary>
    public static void Execute(SqliteConnection connection, string sql) => Check(connection, raw.sqlite3_exec(connection.Handle, sql));

    public static BulkInsert Insert(SqliteConnection connection, string table, int columns) =>
        new(connection, $"insert into {table} values ({string.Join(',', Enumerable.Repeat('?', columns))})");

    /// <summary>A statement with question marks, run again and again.</summary>
    public static BulkInsert Statement(SqliteConnection connection, string sql) => new(connection, sql);

    public static BulkRead Read(SqliteConnection connection, string sql) => new(connection, sql);

    /// <summary>Number of the row that this connection inserted last.</summary>
    public static long LastRow(SqliteConnection connection) => raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>
    /// For a connection that inserts in bulk, before its transaction begins: six look-ups for each claim would double the time of an import,
    /// and its numbers come from the very tables they refer to.
    /// </summary>
    public static void TrustReferences(SqliteConnection connection) => Execute(connection, "pragma foreign_keys = off");

    internal static void Check(SqliteConnection connection, int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW) return;
        throw new SqliteException($"SQLite error {code}: {raw.sqlite3_errmsg(connection.Handle).utf8_to_string()}", code & 0xff, code);
    }

    internal static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
        return statement;
    }
}

/// <summary>One prepared insert, filled column by column.</summary>
internal sealed class BulkInsert(SqliteConnection connection, string sql) : IDisposable
{
    private readonly sqlite3_stmt statement = SqliteDialect.Prepare(connection, sql);

    // What each column is bound to: a bound number stays from row to row, and most columns of a claim are those of the claim before it.
    private readonly long?[] bound = new long?[16];
    private int column;

    public BulkInsert With(long value)
    {
        if (bound[++column] == value) return this;
        bound[column] = value;
        raw.sqlite3_bind_int64(statement, column, value);
        return this;
    }

    public BulkInsert With(long? value) => value is { } known ? With(known) : Null();

    public BulkInsert With(string? value)
    {
        if (value is null) return Null();
        bound[++column] = null;
        raw.sqlite3_bind_text(statement, column, value);
        return this;
    }

    /// <summary>A text that is UTF-8 already.</summary>
    public BulkInsert WithText(ReadOnlySpan<byte> utf8)
    {
        bound[++column] = null;
        raw.sqlite3_bind_text(statement, column, utf8);
        return this;
    }

    public BulkInsert With(double? value)
    {
        if (value is not { } known) return Null();
        bound[++column] = null;
        raw.sqlite3_bind_double(statement, column, known);
        return this;
    }

    public BulkInsert With(ReadOnlyMemory<byte>? value) => value is { } known ? With(known.Span) : Null();

    public BulkInsert With(ReadOnlySpan<byte> value)
    {
        bound[++column] = null;
        raw.sqlite3_bind_blob(statement, column, value);
        return this;
    }

    public void Row()
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        column = 0;
        SqliteDialect.Check(connection, code);
    }

    public void Dispose() => statement.Dispose();

    private BulkInsert Null()
    {
        // long.MinValue stands for null: no number in the store is near it.
        if (bound[++column] == long.MinValue) return this;
        bound[column] = long.MinValue;
        raw.sqlite3_bind_null(statement, column);
        return this;
    }
}

/// <summary>The rows of a query, forwards, column by number. It may be asked again with other parameters after <see cref="Again"/>.</summary>
internal sealed class BulkRead(SqliteConnection connection, string sql) : IDisposable
{
    private readonly sqlite3_stmt statement = SqliteDialect.Prepare(connection, sql);

    private int parameter;

    public BulkRead With(long value)
    {
        raw.sqlite3_bind_int64(statement, ++parameter, value);
        return this;
    }

    public BulkRead With(string value)
    {
        raw.sqlite3_bind_text(statement, ++parameter, value);
        return this;
    }

    public BulkRead With(ReadOnlySpan<byte> value)
    {
        raw.sqlite3_bind_blob(statement, ++parameter, value);
        return this;
    }

    /// <summary>To the beginning; parameters are given anew.</summary>
    public BulkRead Again()
    {
        raw.sqlite3_reset(statement);
        parameter = 0;
        return this;
    }

    public bool Next()
    {
        var code = raw.sqlite3_step(statement);
        SqliteDialect.Check(connection, code);
        return code == raw.SQLITE_ROW;
    }

    public int Int(int column) => raw.sqlite3_column_int(statement, column);
    public int? IntOrNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : Int(column);
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
    public long Long(int column) => raw.sqlite3_column_int64(statement, column);
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);
    public double Double(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>The bytes of a blob or a text; they hold until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();
    public string? TextOrNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : Text(column);

    public void Dispose() => statement.Dispose();
}

using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>
/// The bytes of snapshots, of images and of calls, in the store itself: they commit or vanish together with the claims read from them, and the store is one file to copy.
/// Brotli at its second fastest: 2.4 MB of models.dev become 0.3 MB in some 15 ms. Equal files are kept once.
/// </summary>
internal static class Blobs
{
    private const int Quality = 1;
    private const int Window = 22;

    public static void Save(SqliteConnection connection, int snapshotId, SnapshotFiles files)
    {
        using var file = SqliteDialect.Insert(connection, "snapshot_file", 3);
        foreach (var (name, sha256) in Keep(connection, files)) file.With(snapshotId).With(name).With(sha256).Row();
    }

    /// <summary>Keeps the bytes of a snapshot that is not imported.</summary>
    public static void Hold(SqliteConnection connection, SnapshotFiles files)
    {
        if (connection.ExecuteScalar<int>("select count(*) from held_file where files_sha256 = @Sha256", new { files.Sha256 }) > 0) return;
        using var file = SqliteDialect.Insert(connection, "held_file", 3);
        foreach (var (name, sha256) in Keep(connection, files)) file.With(files.Sha256).With(name).With(sha256).Row();
    }

    private static IEnumerable<(string Name, string Sha256)> Keep(SqliteConnection connection, SnapshotFiles files)
    {
        using var blob = SqliteDialect.Insert(connection, "blob", 3);
        var known = Known(connection);
        foreach (var (name, bytes) in files.Files)
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (known.Add(sha256)) blob.With(sha256).With(bytes.Length).With(Pack(bytes).Span).Row();
            yield return (name, sha256);
        }
    }

    private static ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window) ? packed.AsMemory(0, length) : throw new InvalidOperationException("Brotli wrote more than its own upper bound.");
    }

    /// <summary>Keeps one file and returns its hash.</summary>
    public static string Put(SqliteConnection connection, ReadOnlySpan<byte> bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Put(connection, sha256, bytes);
        return sha256;
    }

    /// <summary>Keeps one file whose hash is known.</summary>
    public static void Put(SqliteConnection connection, string sha256, ReadOnlySpan<byte> bytes)
    {
        if (connection.ExecuteScalar<int>("select count(*) from blob where sha256 = @sha256", new { sha256 }) > 0) return;
        using var blob = SqliteDialect.Insert(connection, "blob", 3);
        blob.With(sha256).With(bytes.Length).With(Pack(bytes).Span).Row();
    }

    /// <summary>The bytes of this hash; null where none are kept.</summary>
    public static byte[]? Get(SqliteConnection connection, string sha256) =>
        connection.QuerySingleOrDefault<(long Length, byte[] Packed)?>("select length, brotli from blob where sha256 = @sha256", new { sha256 }) is { } row ? Unpack(sha256, row.Length, row.Packed) : null;

    /// <summary>Deletes one file unless something still refers to it: every table that does says so with a foreign key, and the store holds it to that.</summary>
    public static void Release(SqliteConnection connection, string sha256)
    {
        try
        {
            connection.Execute("delete from blob where sha256 = @sha256", new { sha256 });
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            // Another turn, a battle or a snapshot has the same bytes.
        }
    }

    private static HashSet<string> Known(SqliteConnection connection)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        using var rows = SqliteDialect.Read(connection, "select sha256 from blob");
        while (rows.Next()) known.Add(rows.Text(0));
        return known;
    }

    public static IEnumerable<SnapshotFile> Load(SqliteConnection connection, int snapshotId) => Load(connection, "snapshot_file f on f.snapshot_id = @of", snapshotId);

    public static IEnumerable<SnapshotFile> LoadHeld(SqliteConnection connection, string filesSha256) => Load(connection, "held_file f on f.files_sha256 = @of", filesSha256);

    private static IEnumerable<SnapshotFile> Load(SqliteConnection connection, string files, object of) =>
        connection.Query<(string Name, long Length, byte[] Packed)>($"select f.name, b.length, b.brotli from blob b join {files} and f.sha256 = b.sha256", new { of }).Select(f => new SnapshotFile(f.Name, Unpack(f.Name, f.Length, f.Packed)));

    private static byte[] Unpack(string name, long length, byte[] packed)
    {
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == bytes.Length
            ? bytes
            : throw new StoreException($"The kept bytes of '{name}' do not unpack: the store is damaged. Put back a copy, or move it away and import again.");
    }
}

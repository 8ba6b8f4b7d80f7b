using System.Security.Cryptography;
using System.Text;

namespace Assay.Adapters.Storage;

/// <summary>One file of a snapshot: the name it has for the importer (<c>api.json</c>) and its bytes.</summary>
public sealed record SnapshotFile(string Name, byte[] Bytes);

/// <summary>The files that a source consisted of when it was read, and the hash over their names and bytes.</summary>
public sealed class SnapshotFiles
{
    public SnapshotFiles(IEnumerable<SnapshotFile> files)
    {
        Files = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Bytes.Length}\n"));
            hash.AppendData(file.Bytes);
        }
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<SnapshotFile> Files { get; }

    /// <summary>Over names, lengths and bytes of all files; lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    public byte[]? Find(string name) => Files.FirstOrDefault(f => f.Name == name)?.Bytes;
}

/// <summary>A source as it stood on a day, about to be imported.</summary>
public sealed record NewSnapshot
{
    /// <summary>Names the source over time: <c>models.dev</c>. What it no longer says has ended.</summary>
    public required string Feed { get; init; }

    public required SnapshotFiles Files { get; init; }

    /// <summary>The day its statements stand for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day it was fetched; null when not told.</summary>
    public DateOnly? Retrieved { get; init; }

    /// <summary>Where it can be read; null for files of our own.</summary>
    public string? Url { get; init; }
}

/// <summary>A snapshot that was imported.</summary>
public sealed record StoredSnapshot(int Id, string Feed, string Sha256, DateOnly AsOf, DateOnly? Retrieved, string? Url, string ImportedAt);

/// <summary>What an import did, in claims, against the snapshot of the same feed before it.</summary>
/// <param name="Added">Said for the first time, or again.</param>
/// <param name="Changed">Another value from the same publisher for the same property of the same thing; not counted as added or ended.</param>
/// <param name="Left">Said as before.</param>
/// <param name="Ended">No longer said.</param>
public sealed record ImportCounts(int Added, int Changed, int Left, int Ended);

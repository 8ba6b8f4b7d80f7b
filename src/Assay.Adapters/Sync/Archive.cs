using System.Formats.Tar;
using Assay.Adapters.Storage;

namespace Assay.Adapters.Sync;

/// <summary>The files of some folders of a tar.gz, named as below the archive's own top folder: <c>data/openai.json</c>.</summary>
internal static class Archive
{
    private const int MostFiles = 5_000;

    /// <exception cref="InvalidDataException">Broken, too large, or without these folders; the message says which.</exception>
    public static IReadOnlyList<SnapshotFile> Read(byte[] bytes, IReadOnlyList<string> folders, long most)
    {
        var tar = Unpacked.Gzip(bytes, most);
        var files = new List<SnapshotFile>();
        try
        {
            using var reader = new TarReader(new MemoryStream(tar));
            while (reader.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || NameOf(entry) is not { } name || !folders.Contains(name.Split('/')[0])) continue;
                if (files.Count == MostFiles) throw new InvalidDataException($"the archive has more than {MostFiles:#,0} files");
                files.Add(new(name, entry.DataStream is { } data ? Unpacked.Read(data, most)! : []));
            }
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"the archive is broken: {e.Message.TrimEnd('.')}", e);
        }
        return files.Count > 0 ? files : throw new InvalidDataException($"the archive has no files in {string.Join(" or ", folders.Select(f => f + "/"))}");
    }

    /// <summary>Without the top folder; null for a name that would lead out of it.</summary>
    private static string? NameOf(TarEntry entry)
    {
        var parts = entry.Name.Split('/');
        return parts.Length >= 3 && !Array.Exists(parts, p => p is "" or "." or ".." || p.Contains('\\', StringComparison.Ordinal) || p.Contains(':', StringComparison.Ordinal)) ? string.Join('/', parts[1..]) : null;
    }
}

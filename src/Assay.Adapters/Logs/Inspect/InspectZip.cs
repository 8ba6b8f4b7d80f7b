using System.IO.Compression;
using System.Text.Json;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>
/// The entries of an <c>.eval</c> file, one by one. Names of entries decide what is read and are never used as paths; nothing is written. Each entry
/// is unpacked up to its limit only, whatever its header claims.
/// </summary>
internal static class InspectZip
{
    /// <summary>Stands for one sample.</summary>
    public const string Sample = "samples[]";

    private const string Header = "header.json";
    private const string Start = "_journal/start.json";

    /// <exception cref="LogRefusedException">It is no such zip file, or unpacks to more than a log may.</exception>
    public static IEnumerable<(string Path, JsonElement Value)> Read(LogSource source)
    {
        using var zip = Open(source);
        var entries = zip.Entries;
        if (entries.Count > LogLimits.Entries) throw new LogRefusedException($"The zip file has more than {LogLimits.Entries:#,0} entries; at most so many are read.");
        var budget = new Budget();
        var header = Last(entries, Header) ?? Last(entries, Start);
        if (header is null) throw new LogRefusedException($"The zip file holds neither {Header} nor {Start}: it is no log of Inspect.");
        foreach (var property in Parse(header, budget).Members) yield return (property.Name, property.Value);
        // The same name may stand twice: a sample that was written again. The later one counts, as it does for Inspect.
        foreach (var entry in entries.Where(IsSample).GroupBy(e => e.FullName, StringComparer.Ordinal).Select(g => g.Last()))
            yield return (Sample, Parse(entry, budget));
    }

    private static ZipArchive Open(LogSource source)
    {
        var stream = source.Open();
        try
        {
            return new(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException e)
        {
            stream.Dispose();
            throw new LogRefusedException($"The zip file is damaged or cut off ({e.Message.TrimEnd('.')}). Where the run was interrupted, 'inspect log recover' may mend it.", e);
        }
    }

    private static ZipArchiveEntry? Last(IEnumerable<ZipArchiveEntry> entries, string name) => entries.LastOrDefault(e => e.FullName == name);

    private static bool IsSample(ZipArchiveEntry entry) => entry.FullName.StartsWith("samples/", StringComparison.Ordinal) && entry.FullName.EndsWith(".json", StringComparison.Ordinal);

    private static JsonElement Parse(ZipArchiveEntry entry, Budget budget)
    {
        using var bytes = new MemoryStream();
        try
        {
            using var packed = Unpacked(entry);
            var buffer = new byte[1 << 16];
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                budget.Spend(entry, bytes.Length + read, read);
                bytes.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            throw new LogRefusedException($"The entry {entry.FullName} is damaged: {e.Message}", e);
        }
        return LogJson.Whole(entry.FullName, bytes.ToArray());
    }

    private static Stream Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new LogRefusedException($"The entry {entry.FullName} cannot be unpacked: it is encrypted, damaged or packed in a way that is not read here (such as zstd). 'inspect log convert --to json' makes a file that can be read.", e);
        }
    }

    /// <summary>What may still be unpacked.</summary>
    private sealed class Budget
    {
        private long spent;

        public void Spend(ZipArchiveEntry entry, long soFar, int more)
        {
            spent += more;
            if (spent > LogLimits.UnpackedBytes) throw new LogRefusedException($"The zip file unpacks to more than {LogLimits.UnpackedBytes:#,0} bytes; at most so many are read.");
            if (soFar > LogLimits.PieceBytes) throw new LogRefusedException($"The entry {entry.FullName} unpacks to more than {LogLimits.PieceBytes:#,0} bytes; at most so many are read of one.");
            if (soFar > LogLimits.BombBytes && soFar / LogLimits.Ratio > entry.CompressedLength)
                throw new LogRefusedException($"The entry {entry.FullName} unpacks to more than {LogLimits.Ratio} times its {entry.CompressedLength:#,0} bytes: no log does, and files that are made to fill memory do.");
        }
    }
}

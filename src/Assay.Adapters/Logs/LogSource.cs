using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>A file or folder that may be a log: its name, its first bytes, what stands beside it.</summary>
public sealed partial class LogSource
{
    private readonly Lazy<string> head;
    private readonly Lazy<string> hash;

    /// <param name="path">An existing file or folder.</param>
    /// <exception cref="LogRefusedException">There is none, or it cannot be read.</exception>
    public LogSource(string path)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        IsFolder = Directory.Exists(Path);
        if (!IsFolder && !File.Exists(Path)) throw new LogRefusedException($"There is no file or folder '{path}'.");
        head = new(() => IsFolder ? "" : ReadHead());
        hash = new(() => HashOf(Path));
    }

    public string Path { get; }

    public bool IsFolder { get; }

    /// <summary>Without its folder: what is kept of where it came from.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => IsFolder ? Path : System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The first bytes as text; empty for a folder.</summary>
    public string Head => head.Value;

    public bool IsZip => Head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal);

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public string Hash => hash.Value;

    /// <summary>In words, for messages: what it is at first sight.</summary>
    internal string Looks
    {
        get
        {
            if (IsFolder) return "a folder without a run of HELM";
            if (Head.Length == 0) return "the file is empty (0 bytes)";
            if (IsZip) return "a zip file";
            if (Head.Contains('\0', StringComparison.Ordinal)) return "no text";
            var keys = Keys().Matches(Head).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal).Take(4).ToArray();
            return Head.AsSpan().TrimStart() is ['{' or '[', ..] && keys.Length > 0 ? $"JSON that begins with the keys {string.Join(", ", keys.Select(k => Visible.Line($"'{k}'", 60)))}, and no trials" : "text that is not JSON";
        }
    }

    /// <exception cref="LogRefusedException">It cannot be opened, or is too large.</exception>
    public Stream Open() => Open(Path);

    /// <summary>A small file of the same folder, whole; null where there is none.</summary>
    /// <param name="name">A bare name: never a path out of the folder.</param>
    /// <exception cref="LogRefusedException">It cannot be read, or is too large to be what it should.</exception>
    internal byte[]? Beside(string name)
    {
        var path = System.IO.Path.Combine(Folder, name);
        return File.Exists(path) ? Whole(path) : null;
    }

    /// <exception cref="LogRefusedException">It cannot be read, or is too large.</exception>
    internal byte[] Whole() => Whole(Path);

    internal bool Has(string name) => File.Exists(System.IO.Path.Combine(Folder, name));

    internal LogSource At(string name) => new(System.IO.Path.Combine(Folder, name));

    /// <summary>SHA-256 over the names and hashes of several files of a folder, in the order given.</summary>
    internal string HashOf(params IEnumerable<string> names) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(names.Where(Has).Select(n => $"{n} {HashOf(System.IO.Path.Combine(Folder, n))}\n")))));

    private static byte[] Whole(string path)
    {
        using var stream = Open(path);
        if (stream.Length > LogLimits.SmallFileBytes) throw new LogRefusedException($"{System.IO.Path.GetFileName(path)} has {stream.Length:#,0} bytes; at most {LogLimits.SmallFileBytes:#,0} are read of a file of its kind.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static FileStream Open(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (stream.Length <= LogLimits.FileBytes) return stream;
            stream.Dispose();
            throw new LogRefusedException($"The file has more than {LogLimits.FileBytes:#,0} bytes, which no eval record has.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LogRefusedException($"{System.IO.Path.GetFileName(path)} cannot be opened: {e.Message}", e);
        }
    }

    private static string HashOf(string path)
    {
        using var stream = Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private string ReadHead()
    {
        using var stream = Open();
        var bytes = new byte[(int)Math.Min(stream.Length, LogLimits.Head)];
        stream.ReadExactly(bytes);
        // A character that is cut in the middle becomes the sign for an unreadable one, which decides nothing.
        return Encoding.UTF8.GetString(bytes is [0xef, 0xbb, 0xbf, ..] ? bytes.AsSpan(3) : bytes);
    }

    [GeneratedRegex("\"(?<key>[^\"\\\\]{1,80})\"\\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();
}

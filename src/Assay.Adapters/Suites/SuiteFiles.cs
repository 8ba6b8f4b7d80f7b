using System.Security.Cryptography;
using Assay.Adapters.Images;
using Assay.Evaluation;

namespace Assay.Adapters.Suites;

/// <summary>The files within a suite's folder: nothing outside it is opened, whatever a path or a link says.</summary>
internal sealed class SuiteFiles(string folder, ImageLimits limits)
{
    // Samples that share an image stand near each other; more paths than these are not kept, so that memory stays flat.
    private const int Remembered = 1_000;

    private readonly string root = Real(folder) ?? folder;
    private readonly Dictionary<string, SampleImage> known = new(StringComparer.Ordinal);

    /// <summary>The image at a path, or null with why it cannot be used.</summary>
    public SampleImage? Image(string path, out string? why)
    {
        why = null;
        if (known.TryGetValue(path, out var image)) return image;
        if (Open(path, out why) is not { } bytes) return null;
        if (ImageFormats.Sniff(bytes).Objection() is { } objection)
        {
            why = $"the image '{path}' cannot be used: {objection}";
            return null;
        }
        if (known.Count >= Remembered) known.Clear();
        return known[path] = new(path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The bytes of a file, or null with why there are none.</summary>
    public byte[]? Open(string path, out string? why)
    {
        if ((why = Objection(path)) is not null) return null;
        var full = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            var file = new FileInfo(full);
            if (!file.Exists) why = $"the image '{path}' is not in the suite's folder; put it there, or correct the path (upper and lower case count)";
            else if (Real(full) is not { } real || !real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) why = $"the image '{path}' is a link that leads out of the suite's folder; copy the file into it";
            else if (new FileInfo(real).Length is var length && length > limits.MostBytes) why = $"the image '{path}' has {length:#,0} bytes; at most {limits.MostBytes:#,0} are taken. Save it smaller";
            else if (length == 0) why = $"the image '{path}' is empty (0 bytes); copy it again";
            else return File.ReadAllBytes(real);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = $"the image '{path}' cannot be read: {e.Message}";
        }
        return null;
    }

    private static string? Objection(string path)
    {
        const string Fix = "write a path within the suite's folder with forward slashes, such as images/one.png";
        if (string.IsNullOrWhiteSpace(path)) return $"a path of an image is blank; {Fix}";
        if (path.Any(char.IsControl)) return $"the path of the image '{path}' has control characters; {Fix}";
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal)) return $"the path of the image '{path}' has a backslash or a colon; {Fix}";
        if (path[0] == '/' || path.Split('/').Any(p => p is "" or "." or "..")) return $"the path of the image '{path}' leads out of the suite's folder or is not plain; {Fix}";
        return null;
    }

    /// <summary>Where a path leads once every link in it is followed; null where a link leads nowhere or in a circle.</summary>
    private static string? Real(string path)
    {
        try
        {
            path = Path.GetFullPath(path);
            var real = Path.GetPathRoot(path)!;
            var parts = new Stack<string>(Parts(path).Reverse());
            for (var steps = 0; parts.Count > 0; steps++)
            {
                if (steps > 500) return null;
                real = Path.Combine(real, parts.Pop());
                FileSystemInfo item = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
                if (item.LinkTarget is not { } target) continue;
                // The target may hold links itself, so it is walked from its own beginning.
                var full = Path.GetFullPath(target, Path.GetDirectoryName(real)!);
                foreach (var part in Parts(full).Reverse()) parts.Push(part);
                real = Path.GetPathRoot(full)!;
            }
            return real;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string[] Parts(string full) => full[Path.GetPathRoot(full)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}

using System.Globalization;

namespace Assay.Adapters.Engines.Files;

/// <summary>How much of the packages npm has brought into a folder, found by looking.</summary>
/// <param name="folder">Where npm works; need not exist.</param>
/// <param name="files">What is wanted of the packages.</param>
internal sealed class Fetched(string folder, IReadOnlyList<EngineFile> files)
{
    /// <summary>What the packages take unpacked.</summary>
    private const long Expected = 350_000_000;

    private long bytes;

    /// <param name="words">What goes on, to which the figures are added.</param>
    public InstallStep Look(string words)
    {
        // npm moves folders while we look: what was there once does not become less.
        bytes = Math.Max(bytes, Math.Min(Grown(), Expected));
        return new(string.Create(CultureInfo.InvariantCulture, $"{words}: {bytes / 1_000_000} of about {Expected / 1_000_000} MB, {files.Count(IsThere)} of {files.Count} files"), (double)bytes / Expected);
    }

    private bool IsThere(EngineFile file) => new FileInfo(file.In(folder)) is { Exists: true } found && found.Length == file.Size;

    private long Grown()
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Exists ? f.Length : 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

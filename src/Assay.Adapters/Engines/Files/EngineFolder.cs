using System.Security.Cryptography;

namespace Assay.Adapters.Engines.Files;

/// <summary>Where the files of engines are installed. A set of files is there whole or not at all; a new version goes into a set of its own.</summary>
/// <param name="root">The folder; need not exist.</param>
/// <param name="files">What belongs to the set; null for all that this platform needs.</param>
public sealed class EngineFolder(string root, IReadOnlyList<EngineFile>? files = null)
{
    public const string Variable = "ASSAY_ENGINES";

    public string Root { get; } = Path.GetFullPath(root);

    public IReadOnlyList<EngineFile> Files { get; } = files ?? EngineFiles.Needed;

    /// <summary>The installed set, or where it will be.</summary>
    public string SetFolder => Path.Combine(Root, EngineFiles.SetName(Files));

    /// <summary>Bytes of the whole set.</summary>
    public long Size => Files.Sum(f => f.Size);

    /// <summary>Whether every file is there in its full length; the content was checked when it was installed, and <see cref="Faults"/> does so again.</summary>
    public bool IsInstalled => Files.All(f => new FileInfo(PathOf(f)) is { Exists: true } found && found.Length == f.Size);

    /// <summary><c>$ASSAY_ENGINES</c>, else <c>engines</c> in the data folder.</summary>
    public static EngineFolder Of(string dataFolder) =>
        new(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Path.Combine(dataFolder, "engines"));

    /// <summary>Where a file is once installed.</summary>
    public string PathOf(EngineFile file) => Path.Combine(SetFolder, file.Name);

    /// <summary>Names of the files that are missing or are not what they should be, with why. Reads every byte.</summary>
    public IReadOnlyList<string> Faults() => [.. Files.Select(f => FaultOf(f, PathOf(f))).OfType<string>()];

    internal static string? FaultOf(EngineFile file, string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length != file.Size) return $"{file.Name} has {stream.Length} bytes where {file.Size} are right";
            var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            return hash == file.Sha256 ? null : $"{file.Name} has the hash {hash[..12]}… where {file.Sha256[..12]}… is right";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"{file.Name} is missing";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{file.Name} cannot be read: {e.Message}";
        }
    }
}

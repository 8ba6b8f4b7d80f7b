using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Adapters.Exports;

/// <summary>
/// The files that exports wrote into a folder, <c>.assay-export.json</c> beside them: path from the folder, parted by <c>/</c>, to size and SHA-256. What is
/// not in it is none of ours.
/// </summary>
/// <param name="Format">Goes up when a reader of the older version would read something wrong.</param>
/// <param name="Complete">False while an export is under way, and after one that was interrupted.</param>
/// <param name="Files">Null for a file that an export means to write, or was writing when it was interrupted.</param>
public sealed record ExportManifest(int Format, bool Complete, SortedDictionary<string, ExportedFile?> Files)
{
    public const string Name = ".assay-export.json";
    public const int Version = 1;

    /// <returns>Null where the folder has none.</returns>
    /// <exception cref="ExportRefusedException">It is of a later version, or is none.</exception>
    public static ExportManifest? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return null;
        ExportManifest? manifest;
        try
        {
            using var file = File.OpenRead(path);
            manifest = JsonSerializer.Deserialize(file, ManifestJson.Default.ExportManifest);
        }
        catch (JsonException)
        {
            manifest = null;
        }
        if (manifest?.Files is null) throw new ExportRefusedException($"'{path}' is not a list of exported files, so nobody knows which files here are ours: delete it and give --force, or export to another folder.");
        if (manifest.Format != Version) throw new ExportRefusedException($"'{path}' has the format {manifest.Format}, and this version writes {Version}: export to another folder, or with the version that wrote it.");
        // A path that leads out of the folder would have us delete what is not ours.
        return manifest.Files.Keys.FirstOrDefault(p => !ExportFolder.MayBeWritten(p)) is { } odd
            ? throw new ExportRefusedException($"'{path}' names '{odd}', which no export writes: delete the list and give --force, or export to another folder.")
            : manifest with { Files = new(manifest.Files, StringComparer.Ordinal) };
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.ExportManifest);
}

/// <summary>A file as it was written.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
public sealed record ExportedFile(long Size, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(ExportManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

using Assay.Adapters.Engines.Files;

namespace Assay.Host.Cli;

/// <summary>What <c>assay engines</c> tells.</summary>
public sealed record EnginesView
{
    /// <summary>Every file is there in its full length.</summary>
    public required bool Installed { get; init; }

    public required string Platform { get; init; }
    public required string Folder { get; init; }

    /// <summary>Bytes of the whole set, installed or not.</summary>
    public required long Bytes { get; init; }

    public required IReadOnlyList<EngineFileView> Files { get; init; }

    internal static EnginesView Of(EngineFolder folder) => new()
    {
        Installed = folder.IsInstalled, Platform = EngineFiles.Platform, Folder = folder.SetFolder, Bytes = folder.Size,
        Files = [.. folder.Files.Select(f => new EngineFileView(f.Name, f.Package, f.Size, f.Sha256, File.Exists(folder.PathOf(f))))],
    };
}

/// <param name="Package">The npm package it comes from.</param>
/// <param name="Present">Whether it is there.</param>
public sealed record EngineFileView(string Name, string Package, long Bytes, string Sha256, bool Present);

namespace Assay.Adapters.Sync;

/// <summary>Where a source can be fetched by a program, and what a right answer is.</summary>
public sealed record SyncSource
{
    /// <summary>The import format that reads it, which is also the name of its feed.</summary>
    public required string Feed { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>One request each. Several files become one snapshot.</summary>
    public required IReadOnlyList<SyncFile> Files { get; init; }

    /// <summary>Where the one answer is a tar.gz: its folders that make the snapshot, below the archive's own top folder. Empty: the answers are the files.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Bytes that one answer may have, before and after unpacking.</summary>
    public long MostBytes { get; init; } = 48_000_000;

    /// <summary>An address of the user's own takes the place of the public one: then http is good enough where it stays on this machine.</summary>
    public bool Mirrored { get; init; }

    public bool IsArchive => Folders.Count > 0;

    /// <summary>In messages: the first address, or the only one.</summary>
    public string Address => Files[0].Address.AbsoluteUri;

    /// <summary>The same source at another address: of the file itself, or, ending in a slash, of the folder that holds the files. Several files need a folder.</summary>
    public SyncSource At(Uri mirror) =>
        this with { Mirrored = true, Files = [.. Files.Select(f => f with { Address = mirror.AbsolutePath.EndsWith('/') ? new Uri(mirror, f.Name) : mirror })] };
}

/// <summary>One answer: the name the importer looks for, and where it is.</summary>
public sealed record SyncFile(string Name, Uri Address);

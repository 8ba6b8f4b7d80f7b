namespace Assay.Adapters.Sync;

/// <summary>What came of a sync of one source. Stored by name.</summary>
public enum SyncResult
{
    NotDecided = 0,

    /// <summary>A new snapshot is in.</summary>
    Imported,

    /// <summary>The source is as the newest snapshot has it.</summary>
    Unchanged,

    /// <summary>The bytes are kept, and nothing of them is imported until a person confirms it.</summary>
    Held,

    /// <summary>Nothing usable came.</summary>
    Failed,
}

/// <summary>One asking of a source, as it is kept.</summary>
public sealed record SyncAttempt
{
    public required string Feed { get; init; }

    /// <summary>When it ended, to the second.</summary>
    public required DateTimeOffset At { get; init; }

    public required SyncResult Result { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public required string Detail { get; init; }

    /// <summary>The address that was asked.</summary>
    public required string Address { get; init; }

    /// <summary>Of the files that came; null when none did.</summary>
    public string? Sha256 { get; init; }
}

using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Sync;

/// <summary>What a sync of one source came to.</summary>
public sealed record SyncOutcome
{
    /// <summary>The attempt as it is kept, or with a dry run would be.</summary>
    public required SyncAttempt Attempt { get; init; }

    /// <summary>What the snapshot adds, changes, leaves and ends, with its refusals; null where none was read.</summary>
    public ImportOutcome? Import { get; init; }

    /// <summary>Against what the source said so far; null where no snapshot was read.</summary>
    public SnapshotDiff? Diff { get; init; }

    public string Feed => Attempt.Feed;
    public SyncResult Result => Attempt.Result;
}

using Assay.Adapters.Storage;
using Assay.Adapters.Sync;

namespace Assay.Host.Sync;

/// <summary>What the store knows of its sources.</summary>
/// <param name="Snapshots">Every snapshot that was imported, by day.</param>
/// <param name="Last">The last attempt to fetch each source.</param>
/// <param name="Held">Snapshots that wait for a person.</param>
public sealed record SourceRecords(IReadOnlyList<StoredSnapshot> Snapshots, IReadOnlyList<SyncAttempt> Last, IReadOnlyList<SyncAttempt> Held)
{
    public static readonly SourceRecords None = new([], [], []);

    public static SourceRecords Load(Store store)
    {
        var log = new SyncLog(store);
        return new(new ClaimStore(store).Snapshots(), log.Last(), log.Held());
    }
}

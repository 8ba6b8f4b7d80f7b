namespace Assay.Adapters.Storage;

/// <summary>The snapshots of one feed in the order of their days; of one day, in the order they were imported: the last one stands.</summary>
internal sealed class Timeline
{
    private readonly StoredSnapshot[] snapshots;
    private readonly Dictionary<int, int> positions = [];

    public Timeline(IEnumerable<StoredSnapshot> ofOneFeed)
    {
        snapshots = [.. ofOneFeed.OrderBy(s => s.AsOf).ThenBy(s => s.Id)];
        for (var i = 0; i < snapshots.Length; i++) positions[snapshots[i].Id] = i;
    }

    public StoredSnapshot At(int position) => snapshots[position];

    public StoredSnapshot Newest => snapshots[^1];

    /// <summary>The name they have in common; only where there is one.</summary>
    public string Feed => Newest.Feed;

    public int Count => snapshots.Length;

    public int PositionOf(int snapshotId) => positions[snapshotId];

    public bool Has(int snapshotId) => positions.ContainsKey(snapshotId);

    /// <summary>How many snapshots come before one of this day that is imported now.</summary>
    public int PositionFor(DateOnly day)
    {
        var position = snapshots.Length;
        while (position > 0 && snapshots[position - 1].AsOf > day) position--;
        return position;
    }
}

/// <summary>
/// In which snapshots of its feed a claim stands: begins and ends, sorted by position. A begin while it stands and an end while
/// it does not say nothing new: that is what lets an older snapshot be put between two others by adding rows only.
/// </summary>
internal sealed class Standing
{
    private readonly List<(int Position, bool Holds)> changes = [];

    public void Add(int position, bool holds) => changes.Add((position, holds));

    public bool HoldsAt(int position)
    {
        Sort();
        var holds = false;
        foreach (var change in changes)
        {
            if (change.Position > position) break;
            holds = change.Holds;
        }
        return holds;
    }

    /// <summary>The runs of snapshots in which it stands: first position, and the first in which it no longer does (null: it still does).</summary>
    public IEnumerable<(int First, int? End)> Runs()
    {
        Sort();
        int? first = null;
        foreach (var (position, holds) in changes)
        {
            if (holds) first ??= position;
            else if (first is { } begun)
            {
                yield return (begun, position);
                first = null;
            }
        }
        if (first is { } open) yield return (open, null);
    }

    private void Sort() => changes.Sort((a, b) => a.Position.CompareTo(b.Position));
}

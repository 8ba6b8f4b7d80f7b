using Assay.Catalog;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>
/// Puts one snapshot between its neighbours. Against the snapshot before it, claims begin or end here; where the snapshot after it says
/// otherwise, they end or begin again there, so that every later snapshot keeps saying just what it said.
/// </summary>
internal sealed class ClaimImport(SqliteConnection connection, Timeline timeline, NewSnapshot snapshot)
{
    private readonly int position = timeline.PositionFor(snapshot.AsOf);

    private StoredSnapshot? Before => position > 0 ? timeline.At(position - 1) : null;
    private StoredSnapshot? After => position < timeline.Count ? timeline.At(position) : null;

    public ImportCounts Run(IEnumerable<Claim> claims, TimeProvider time, CancellationToken cancellationToken)
    {
        var known = Known();
        if (Before is { } before && before.AsOf == snapshot.AsOf && before.Sha256 == snapshot.Files.Sha256)
            return new(0, 0, known.Count(k => k.Value.HeldBefore), 0);

        var snapshotId = SqliteDialect.Number(connection, "select coalesce(max(id), 0) + 1 from snapshot");
        var nextClaim = SqliteDialect.Number(connection, "select coalesce(max(id), 0) + 1 from claim");
        Save(snapshotId, time);

        using var vocabulary = new Vocabulary(connection);
        using var insert = SqliteDialect.Insert(connection, "claim", 11);
        using var change = SqliteDialect.Insert(connection, "claim_change", 3);
        var seen = new HashSet<ClaimRow>();
        var added = new List<ClaimRow>();
        foreach (var claim in claims)
        {
            if ((seen.Count & 0x3ff) == 0) cancellationToken.ThrowIfCancellationRequested();
            var row = vocabulary.Row(claim, snapshot);
            if (!seen.Add(row)) continue;
            if (!known.TryGetValue(row, out var standing))
            {
                Insert(insert, nextClaim, snapshotId, row);
                standing = new(nextClaim++, HeldBefore: false, HeldAfter: false);
            }
            else if (standing.HeldBefore) continue;
            else change.With(standing.Id).With(snapshotId).With(1L).Row();

            added.Add(row);
            if (After is { } after && !standing.HeldAfter) change.With(standing.Id).With(after.Id).With(0L).Row();
        }

        var ended = new List<ClaimRow>();
        foreach (var (row, standing) in known)
        {
            if (!standing.HeldBefore || seen.Contains(row)) continue;
            ended.Add(row);
            change.With(standing.Id).With(snapshotId).With(0L).Row();
            if (After is { } after && standing.HeldAfter) change.With(standing.Id).With(after.Id).With(1L).Row();
        }
        var changed = Pairs(added, ended, vocabulary);
        return new(added.Count - changed, changed, seen.Count - added.Count, ended.Count - changed);
    }

    private void Save(int snapshotId, TimeProvider time)
    {
        using (var insert = SqliteDialect.Insert(connection, "snapshot", 7))
        {
            insert.With(snapshotId).With(snapshot.Feed).With(snapshot.Files.Sha256).With(Day.Write(snapshot.AsOf))
                .With(snapshot.Retrieved is { } day ? Day.Write(day) : (long?)null).With(snapshot.Url).With(ClaimStore.Timestamp(time)).Row();
        }
        Blobs.Save(connection, snapshotId, snapshot.Files);
    }

    private static void Insert(BulkInsert insert, int id, int snapshotId, ClaimRow row)
    {
        static long? OrNull(int number) => number == 0 ? null : number;
        insert.With(id).With(snapshotId).With(row.Subject).With(row.Property).With(row.Value).With(row.Source)
            .With(OrNull(row.Quoted)).With(OrNull(row.Note)).With(row.Flags).With(OrNull(row.From)).With(OrNull(row.To)).Row();
    }

    /// <summary>The claims of this feed, with whether they stand in the snapshot before and in the one after.</summary>
    private Dictionary<ClaimRow, Known> Known()
    {
        var known = new Dictionary<ClaimRow, Known>();
        if (timeline.Count == 0) return known;
        var changes = Changes(connection, timeline);
        using var rows = SqliteDialect.Read(
            connection, "select id, snapshot_id, subject_id, property_id, value_id, source_id, quoted_id, note_id, flags, from_day, to_day from claim");
        while (rows.Next())
        {
            var first = rows.Int(1);
            if (!timeline.Has(first)) continue;
            var id = rows.Int(0);
            var row = new ClaimRow(rows.Int(2), rows.Int(3), rows.Int(4), rows.Int(5), rows.Int(6), rows.Int(7), rows.Int(8), rows.Int(9), rows.Int(10));
            var begun = timeline.PositionOf(first);
            if (changes.TryGetValue(id, out var standing))
            {
                standing.Add(begun, holds: true);
                known[row] = new(id, standing.HoldsAt(position - 1), standing.HoldsAt(position));
            }
            else known[row] = new(id, begun <= position - 1, begun <= position);
        }
        return known;
    }

    internal static Dictionary<int, Standing> Changes(SqliteConnection connection, Timeline timeline)
    {
        var changes = new Dictionary<int, Standing>();
        using var rows = SqliteDialect.Read(connection, "select claim_id, snapshot_id, holds from claim_change");
        while (rows.Next())
        {
            if (!timeline.Has(rows.Int(1))) continue;
            ref var standing = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(changes, rows.Int(0), out _);
            (standing ??= new()).Add(timeline.PositionOf(rows.Int(1)), rows.Int(2) == 1);
        }
        return changes;
    }

    /// <summary>How many of the new claims take the place of one that ended.</summary>
    private static int Pairs(List<ClaimRow> added, List<ClaimRow> ended, Vocabulary vocabulary)
    {
        if (ended.Count == 0) return 0;
        var open = new Dictionary<(int, int, string), int>();
        foreach (var row in ended)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(open, (row.Subject, row.Property, vocabulary.PublisherOf(row.Source)), out _)++;
        var pairs = 0;
        foreach (var row in added)
        {
            var key = (row.Subject, row.Property, vocabulary.PublisherOf(row.Source));
            if (!open.TryGetValue(key, out var left) || left == 0) continue;
            open[key] = left - 1;
            pairs++;
        }
        return pairs;
    }
}

/// <summary>A claim already in the store.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Known(int Id, bool HeldBefore, bool HeldAfter);

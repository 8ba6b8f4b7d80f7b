using Assay.Catalog;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage;

/// <summary>Rows → claims. Each word is read once and shared by all claims that use it.</summary>
internal sealed class ClaimReader
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<int, (Timeline Timeline, Dictionary<int, Standing> Changes)> feeds = [];
    private readonly Dictionary<(int Source, int Snapshot), Source> dated = [];
    private readonly Subject[] subjects;
    private readonly Property[] properties;
    private readonly ClaimValue[] values;
    private readonly string[] phrases;
    private readonly Source[] sources;

    public ClaimReader(SqliteConnection connection, IReadOnlyList<StoredSnapshot> snapshots)
    {
        this.connection = connection;
        foreach (var feed in snapshots.GroupBy(s => s.Feed, StringComparer.Ordinal))
        {
            var timeline = new Timeline(feed);
            var changes = ClaimImport.Changes(connection, timeline);
            foreach (var snapshot in feed) feeds[snapshot.Id] = (timeline, changes);
        }
        subjects = Table("select id, kind, name from subject", r => new Subject((SubjectKind)r.Int(1), r.Text(2)));
        properties = Table("select id, name from property", r => new Property(r.Text(1)));
        values = Table("select id, kind, text from value", r => ClaimValue.Read(r.Text(1)[0], r.Text(2)));
        phrases = Table("select id, text from phrase", r => r.Text(1));
        sources = Table(SourceRow.Select, SourceRow.Read);
    }

    public List<Claim> Read()
    {
        var claims = new List<Claim>(SqliteDialect.Number(connection, "select count(*) from claim"));
        using var rows = SqliteDialect.Read(
            connection, "select id, snapshot_id, subject_id, property_id, value_id, source_id, quoted_id, note_id, flags, from_day, to_day from claim order by id");
        while (rows.Next())
        {
            var (timeline, changes) = feeds[rows.Int(1)];
            var first = timeline.PositionOf(rows.Int(1));
            if (changes.TryGetValue(rows.Int(0), out var standing))
            {
                standing.Add(first, holds: true);
                foreach (var run in Joined(standing, timeline)) Add(claims, rows, timeline, run.First, run.End, earliest: run.Earliest);
            }
            else Add(claims, rows, timeline, first, end: null, earliest: true);
        }
        return claims;
    }

    /// <summary>Runs with those joined that leave no day between them, because two snapshots are of one day; a run of no day is none.</summary>
    private static List<(int First, int? End, bool Earliest)> Joined(Standing standing, Timeline timeline)
    {
        var joined = new List<(int First, int? End, bool Earliest)>();
        foreach (var (first, end) in standing.Runs())
        {
            if (joined is [.., { End: { } ended } last] && timeline.At(ended).AsOf == timeline.At(first).AsOf) joined[^1] = (last.First, end, last.Earliest);
            else joined.Add((first, end, joined.Count == 0));
        }
        return joined;
    }

    private void Add(List<Claim> claims, BulkRead row, Timeline timeline, int first, int? end, bool earliest)
    {
        var source = row.Int(5) - 1;
        // The last snapshot that still says so.
        var last = end is { } position ? timeline.At(position - 1) : timeline.Newest;
        var begins = row.Int(9);
        var from = begins != 0 && earliest ? Day.Read(begins) : timeline.At(first).AsOf;
        var to = end is { } gone ? timeline.At(gone).AsOf : (DateOnly?)null;
        if (row.IntOrNull(10) is { } said && (to is null || Day.Read(said) < to)) to = Day.Read(said);
        if (to <= from) return;

        var (quoted, note, flags) = (row.Int(6), row.Int(7), row.Int(8));
        claims.Add(new()
        {
            Subject = subjects[row.Int(2) - 1], Property = properties[row.Int(3) - 1], Value = values[row.Int(4) - 1], Source = Dated(source, last),
            Quoted = quoted == 0 ? null : phrases[quoted - 1], Note = note == 0 ? null : phrases[note - 1], BroughtBy = timeline.Feed,
            Unconfirmed = (flags & 1) != 0, Forced = (flags & 2) != 0, From = from, To = to,
        });
    }

    private Source Dated(int source, StoredSnapshot last)
    {
        if (sources[source].Feed is null) return sources[source];
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(dated, (source, last.Id), out _);
        return known ??= SourceRow.WithSnapshot(sources[source], last);
    }

    private T[] Table<T>(string select, Func<BulkRead, T> read)
    {
        var table = new List<T>();
        using var rows = SqliteDialect.Read(connection, select + " order by id");
        while (rows.Next()) table.Add(read(rows));
        return [.. table];
    }
}

using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>A source that is one list read on one day: all its claims have one publisher, address and date. The list itself tells no date.</summary>
internal sealed class WholeList
{
    private readonly NewSnapshot snapshot;

    /// <param name="feed">The importer's format.</param>
    /// <param name="publisher">Who says it.</param>
    /// <param name="url">The source's own public address.</param>
    /// <param name="rank">How near it stands to what it speaks of.</param>
    /// <param name="files">The bytes.</param>
    /// <param name="request">What the caller says of them.</param>
    public WholeList(string feed, string publisher, string url, SourceRank rank, SnapshotFiles files, ImportRequest request)
    {
        AsOf = request.Date ?? request.Today;
        snapshot = new() { Feed = feed, Files = files, AsOf = AsOf, Retrieved = request.Date, Url = request.SourceUrl ?? url };
        Log = new(new() { Publisher = publisher, Url = snapshot.Url, Rank = rank, AsOf = PartialDate.From(AsOf), Retrieved = request.Date, Feed = feed }, AsOf);
        if (request.Date is null) Log.Note("no date given and none in the files: taken as of the day of the import", files.Files[0].Name);
    }

    public DateOnly AsOf { get; }

    public ImportLog Log { get; }

    /// <param name="counted">What was in it, in order of telling.</param>
    public ParsedSnapshot Parsed(params IReadOnlyList<ImportCount> counted) => new()
    {
        Snapshot = snapshot, Claims = Log.Claims, Refusals = Log.Refusals, Notes = Log.Notes,
        Counts = [.. counted, new("claims", Log.Claims.Count), new("refused", Log.Refusals.Count)],
    };
}

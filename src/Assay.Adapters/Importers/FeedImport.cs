using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>What the import of a collection of other people's prices begins and ends with.</summary>
internal sealed class FeedImport
{
    private readonly IImporter importer;
    private readonly ImportRequest request;
    private readonly string url;

    /// <param name="importer">Its format is the feed.</param>
    /// <param name="publisher">Who says it.</param>
    /// <param name="address">The source's own public address.</param>
    /// <param name="request">What the caller says of the snapshot.</param>
    /// <param name="found">The day that the files tell, and the words for it; null where they tell none.</param>
    /// <param name="rank">How near the publisher stands to what it speaks of.</param>
    public FeedImport(IImporter importer, string publisher, string address, ImportRequest request, (DateOnly Day, string From)? found = null, SourceRank rank = SourceRank.Aggregator)
    {
        (this.importer, this.request) = (importer, request);
        url = request.SourceUrl ?? address;
        AsOf = request.Date ?? found?.Day ?? request.Today;
        Log = new(new() { Publisher = publisher, Url = url, Rank = rank, AsOf = PartialDate.From(AsOf), Retrieved = request.Date, Feed = importer.Format }, AsOf);
        if (request.Date is null)
            Log.Note(found is { } told ? $"no date given: taken as of {AsOf:yyyy-MM-dd}, {told.From}" : "no date given and none in the file: taken as of the day of the import", importer.Format);
    }

    /// <summary>The day that the statements stand for.</summary>
    public DateOnly AsOf { get; }

    public ImportLog Log { get; }

    public ParsedSnapshot Done(SnapshotFiles files, IReadOnlyList<ImportCount> counts) => new()
    {
        Snapshot = new() { Feed = importer.Format, Files = files, AsOf = AsOf, Retrieved = request.Date, Url = url },
        Claims = Log.Claims, Refusals = Log.Refusals, Notes = Log.Notes,
        Counts = [.. counts, new("claims", Log.Claims.Count), new("refused", Log.Refusals.Count)],
    };
}

using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>What the import of a collection of other people's prices begins and ends with.</summary>
internal sealed class FeedImport
{
    private readonly IImporter importer;
    private readonly ImportRequest request;
    private readonly DateOnly asOf;
    private readonly string url;

    /// <param name="importer">Its format is the feed.</param>
    /// <param name="publisher">Who says it.</param>
    /// <param name="address">The source's own public address.</param>
    /// <param name="request">What the caller says of the snapshot.</param>
    /// <param name="found">The day that the files tell, and the words for it; null where they tell none.</param>
    public FeedImport(IImporter importer, string publisher, string address, ImportRequest request, (DateOnly Day, string From)? found)
    {
        (this.importer, this.request) = (importer, request);
        url = request.SourceUrl ?? address;
        asOf = request.Date ?? found?.Day ?? request.Today;
        Log = new(new() { Publisher = publisher, Url = url, Rank = SourceRank.Aggregator, AsOf = PartialDate.From(asOf), Retrieved = request.Date, Feed = importer.Format }, asOf);
        if (request.Date is null)
            Log.Note(found is { } told ? $"no date given: taken as of {asOf:yyyy-MM-dd}, {told.From}" : "no date given and none in the file: taken as of the day of the import", importer.Format);
    }

    public ImportLog Log { get; }

    public ParsedSnapshot Done(SnapshotFiles files, IReadOnlyList<ImportCount> counts) => new()
    {
        Snapshot = new() { Feed = importer.Format, Files = files, AsOf = asOf, Retrieved = request.Date, Url = url },
        Claims = Log.Claims, Refusals = Log.Refusals, Notes = Log.Notes,
        Counts = [.. counts, new("claims", Log.Claims.Count), new("refused", Log.Refusals.Count)],
    };
}

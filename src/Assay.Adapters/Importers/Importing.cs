using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>The whole way of a snapshot: read, hash, see whether it is there already, parse, compare, store.</summary>
public sealed class Importing(Store store)
{
    private readonly ClaimStore claims = new(store);

    /// <param name="importer">Of the format of the files.</param>
    /// <param name="path">File or folder, as the importer expects it.</param>
    /// <param name="date">The day the statements stand for; null: see <see cref="IImporter.CarriesItsDate"/>.</param>
    /// <param name="sourceUrl">Where the files were read; null: the source's own public address.</param>
    /// <param name="dryRun">Tell what would happen, and leave the store as it is.</param>
    /// <param name="feed">Names the source over time; null: the importer's format. A second catalogue of one format needs a feed of its own, else it replaces the first.</param>
    /// <param name="cancellationToken">Leaves the store as it was.</param>
    /// <exception cref="ImportException">The files cannot be used; nothing was imported.</exception>
    /// <exception cref="StoreException">The store cannot be used; nothing was imported.</exception>
    public ImportOutcome Import(
        IImporter importer, string path, DateOnly? date = null, string? sourceUrl = null, bool dryRun = false, string? feed = null, CancellationToken cancellationToken = default)
    {
        var files = importer.Read(path);
        if (AlreadyThere(importer, feed ?? importer.Format, files, date) is { } there) return new(there.Feed, there.AsOf, AlreadyThere: true, new(0, 0, 0, 0), null);

        var today = DateOnly.FromDateTime(store.Time.GetLocalNow().DateTime);
        var parsed = importer.Parse(files, new() { Today = today, Date = date, SourceUrl = sourceUrl }, cancellationToken);
        if (feed is not null) parsed = parsed with { Snapshot = parsed.Snapshot with { Feed = feed } };
        return Intake.Take(claims, parsed, today, also: null, dryRun, cancellationToken);
    }

    /// <summary>Found by hash alone, so that the second import of a file costs reading it.</summary>
    private StoredSnapshot? AlreadyThere(IImporter importer, string feed, SnapshotFiles files, DateOnly? date)
    {
        var snapshots = claims.Snapshots(feed);
        if (date is null)
        {
            var same = importer.CarriesItsDate ? snapshots.LastOrDefault(s => s.Sha256 == files.Sha256) : snapshots is [.., var newest] ? newest : null;
            date = same?.AsOf;
        }
        // Of two snapshots of one day the later import stands: the same bytes as the earlier one are news again.
        return snapshots.LastOrDefault(s => s.AsOf == date) is { } stands && stands.Sha256 == files.Sha256 ? stands : null;
    }
}

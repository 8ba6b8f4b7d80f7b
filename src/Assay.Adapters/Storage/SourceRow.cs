using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Storage;

/// <summary>
/// Sources in and out of the store. What comes with a snapshot is stored without date and address: they are those of the last snapshot
/// that still says so, so an unchanged claim of a newer snapshot needs no new row.
/// </summary>
internal static class SourceRow
{
    // A year that no statement is from stands for "the snapshot's": Source.AsOf cannot be null.
    private static readonly PartialDate OfSnapshot = new(1);

    public const string Select = "select id, publisher, url, no_url, rank, feed, as_of, retrieved from source";

    public static Source WithoutSnapshot(Source source, NewSnapshot snapshot) =>
        source.Feed is null ? source : source with { Url = source.Url == snapshot.Url ? null : source.Url, AsOf = OfSnapshot, Retrieved = null };

    public static Source WithSnapshot(Source source, StoredSnapshot last) =>
        source.AsOf != OfSnapshot ? source : source with { Url = source.Url ?? last.Url, AsOf = PartialDate.From(last.AsOf), Retrieved = last.Retrieved };

    public static Source Read(BulkRead row) => new()
    {
        Publisher = row.Text(1), Url = row.TextOrNull(2), NoUrl = row.TextOrNull(3), Rank = (SourceRank)row.Int(4), Feed = row.TextOrNull(5),
        AsOf = row.TextOrNull(6) is { } asOf ? PartialDate.Parse(asOf) : OfSnapshot, Retrieved = Day.Read(row.IntOrNull(7)),
    };

    public static void Write(BulkInsert insert, Source source) => insert
        .With(source.Publisher).With(source.Url).With(source.NoUrl).With((long)source.Rank).With(source.Feed)
        .With(source.AsOf == OfSnapshot ? null : source.AsOf.ToString())
        .With(source.Retrieved is { } day ? Day.Write(day) : (long?)null);
}

using Assay.Adapters.Importers.BenchmarkRows;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>
/// Benchmark results of many sources in one table, a row each: docs/importers/benchmarks-csv.md. A row's claim keeps the model's name as its source
/// prints it; which model that is, the catalogue decides when it is built.
/// </summary>
public sealed class BenchmarksCsv : IImporter
{
    private const string Table = "results_normalized.csv";

    public string Format => "benchmarks-csv";

    public string Expects => $"{Table}, or the folder that holds it: a row for each result, with the columns {string.Join(", ", ResultRow.Columns)}";

    public bool CarriesItsDate => true;

    public SnapshotFiles Read(string path) => SnapshotPath.File(path, Table, Expects);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        var records = CsvText.Records(Table, files.Files[0].Bytes).ToArray();
        if (records.Length == 0 || !records[0].Fields.SequenceEqual(ResultRow.Columns))
            throw new ImportException($"{Table}:1: the heading is '{(records.Length == 0 ? "" : Visible.Line(string.Join(',', records[0].Fields.Take(100)), 300))}'; it must be '{string.Join(',', ResultRow.Columns)}'.");

        var dates = new ImportLog(OfSnapshot(request.Today, request), request.Today);
        var rows = Records(records.Skip(1), new RowReader(dates, Table));
        var newest = rows.Where(r => r.Date is { } d && d.Earliest <= request.Today).Select(r => (DateOnly?)r.Date!.Value.Earliest).DefaultIfEmpty(null).Max();
        var asOf = request.Date ?? newest ?? request.Today;
        var log = new ImportLog(OfSnapshot(asOf, request), asOf);
        log.Refusals.AddRange(dates.Refusals);
        if (request.Date is null) log.Note($"no date given: taken as of {asOf:yyyy-MM-dd}, {(newest is null ? "the day of the import" : "the newest date in the file")}", Table);

        var reader = new TableReader(log, Table, asOf, Format);
        reader.Read(rows, cancellationToken);
        return new()
        {
            Snapshot = new() { Feed = Format, Files = files, AsOf = asOf, Retrieved = request.Date, Url = request.SourceUrl },
            Claims = log.Claims, Refusals = log.Refusals, Notes = log.Notes,
            Counts = [new("rows", records.Length - 1), new("results", reader.Results), new("item counts", reader.ItemCounts), new("refused", log.Refusals.Count)],
        };
    }

    private Source OfSnapshot(DateOnly asOf, ImportRequest request) => new()
    {
        Publisher = "Benchmark table", Url = request.SourceUrl, NoUrl = request.SourceUrl is null ? "a table put together from the sources that its rows name" : null,
        Rank = SourceRank.Aggregator, AsOf = PartialDate.From(asOf), Retrieved = request.Date, Feed = Format,
    };

    /// <summary>Rows of one model in one table of a source stand together; one of them may count the items for all.</summary>
    private static List<ResultRow> Records(IEnumerable<(int Line, IReadOnlyList<string> Fields)> records, RowReader reader)
    {
        var rows = new List<ResultRow>();
        var (begins, metrics) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (line, fields) in records)
        {
            if (reader.Read(line, fields) is not { } row) continue;
            var together = rows.Count > begins && rows[begins] is var first && first.Repository == row.Repository && first.Benchmark == row.Benchmark && first.Label == row.Label && !metrics.Contains(row.Metric);
            if (!together)
            {
                begins = rows.Count;
                metrics.Clear();
            }
            metrics.Add(row.Metric);
            rows.Add(row);
            if (TableReader.CountsItems(row) && row.Score is > 0 and <= ImportLimits.Items)
                for (var i = begins; i < rows.Count; i++) rows[i] = rows[i] with { Items = (int)row.Score };
        }
        return rows;
    }
}

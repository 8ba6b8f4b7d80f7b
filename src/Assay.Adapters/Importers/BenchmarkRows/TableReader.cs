using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>All rows → claims. Every row is a result, a count of items that goes with the results beside it, or refused.</summary>
internal sealed class TableReader(ImportLog log, string file, DateOnly asOf, string feed)
{
    private static readonly string[] Counts = ["#Puzzles", "#Puzzles (window)", "Cases", "Total Coverage"];

    private readonly Dictionary<(string, string, PartialDate?), Source> sources = [];

    public int Results { get; private set; }

    public int ItemCounts { get; private set; }

    /// <summary>Whether a row tells how many items were asked, and no score.</summary>
    public static bool CountsItems(ResultRow row) => Counts.Contains(row.Metric) && row.Metric != Counts[^1];

    public void Read(IReadOnlyList<ResultRow> rows, CancellationToken cancellationToken)
    {
        var scores = new List<(ResultRow Row, Measure Measure, Leaderboard Board)>(rows.Count);
        foreach (var row in rows)
        {
            var board = Leaderboards.Of(row);
            if (Counts.Contains(row.Metric)) ItemCounts++;
            else if (board.Read(row) is { } measure)
            {
                if (BenchmarkNaming.IsId(measure.Benchmark)) scores.Add((row, measure, board));
                else log.Refuse($"{row.Benchmark} of {row.Label}", $"{file}:{row.Line}", row.Benchmark, "a name that no benchmark can be named by", BenchmarkNaming.Allowed);
            }
            else log.Refuse($"{row.Benchmark} of {row.Label}", $"{file}:{row.Line}", row.Metric, "a metric that this source is not known to have", "see docs/importers/benchmarks-csv.md for those that are read");
        }
        var reader = new ScoreReader(log, file, new(scores.Select(s => (s.Row, s.Measure))));
        foreach (var (row, measure, board) in scores)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Read(row, measure, board) is not { } read) continue;
            Results++;
            Say(row, measure, board, read.Score, read.Note);
        }
    }

    private void Say(ResultRow row, Measure measure, Leaderboard board, BenchmarkScore score, string? note)
    {
        log.Introduce(measure.Benchmark, measure.Name);
        // A date of a model's release is no date of the statement: then it stands for the day of the table.
        var dated = row.DateIsOfModel ? null : row.Date;
        log.Claims.Add(new()
        {
            Subject = Subject.Labelled(row.Label), Property = Property.Result, Value = new ClaimValue.Score(score), Source = SourceOf(row, board, dated),
            Quoted = score.Unit == "percent" && row.Unit == Scales.Unsure ? row.Printed : null, Note = note, From = dated?.Earliest ?? asOf,
        });
    }

    private Source SourceOf(ResultRow row, Leaderboard board, PartialDate? dated)
    {
        ref var source = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sources, (board.Publisher, row.Url, dated), out _);
        return source ??= new()
        {
            Publisher = board.Publisher, Url = row.Url, Rank = board.Rank, AsOf = dated ?? PartialDate.From(asOf), Feed = dated is null ? feed : null,
        };
    }
}

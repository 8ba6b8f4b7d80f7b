namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>
/// Tells fractions from other numbers where the file says "fraction or raw". Decided for a benchmark and metric over the whole file, never for one
/// row: all within 0 to 1 are fractions, all above 1 are printed as they are, and where both occur nobody can tell and the rows are refused.
/// </summary>
internal sealed class Scales
{
    public const string Unsure = "fraction or raw";

    private readonly Dictionary<(string, string, string), (decimal Low, decimal High)> ends = [];

    public Scales(IEnumerable<(ResultRow Row, Measure Measure)> rows)
    {
        foreach (var (row, measure) in rows.Where(r => r.Row.Unit == Unsure))
        {
            var (low, high) = ends.GetValueOrDefault(Key(row, measure), (row.Score, row.Score));
            ends[Key(row, measure)] = (Math.Min(low, row.Score), Math.Max(high, row.Score));
        }
    }

    /// <summary>Unit and factor; null where the scale cannot be told.</summary>
    public (string Unit, decimal Factor, string? Note)? Of(ResultRow row, Measure measure) => ends[Key(row, measure)] switch
    {
        ( >= 0, <= 1) => ("percent", 100, null),
        ( > 1, _) => ("score", 1, "the source prints no unit and no score of this benchmark is a fraction: taken as printed"),
        _ => null,
    };

    private static (string, string, string) Key(ResultRow row, Measure measure) => (row.Repository, measure.Benchmark, measure.Metric ?? "");
}

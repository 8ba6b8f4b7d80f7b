using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>
/// Scorecard row: on how many benchmarks a model can be compared with another of the page, and on how many it leads all of them beyond
/// chance. Rows of one category and unconfirmed results do not count, as in the verdict.
/// </summary>
internal sealed class ScoreBenchmarks : IComparisonRule
{
    public string Id => "score-benchmarks";
    public Section Section => Section.Scorecard;
    public int Order => 9;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        var rows = context.Benchmarks.Shared.Where(r => r.Sample.Category is null).ToArray();
        Cell[] cells = [.. context.Models.Select((m, i) => Cell(context, rows, i))];
        return [ScoreRow.Told(this, context, "Shared benchmarks", cells)];
    }

    private static Cell Cell(ComparisonContext context, BenchmarkRow[] rows, int column)
    {
        var shared = rows.Where(r => Usable(r, column) && Enumerable.Range(0, r.Results.Count).Any(i => i != column && Usable(r, i))).ToArray();
        if (shared.Length == 0) return Cells.Known("0 rows", []) with { Note = "no benchmark measured it and another model of the page in the same way" };
        var leads = shared.Where(r => Leads(context, r, column)).ToArray();
        return Cells.Known($"{Words.Plural(shared.Length, "row")}, leads {(leads.Length == 0 ? "none" : leads.Length)}", shared.Select(r => r.Results[column][0].Claim)) with
        {
            Note = leads.Length == 0 ? null : "leads on " + Words.List([.. leads.Take(5).Select(r => BenchmarkWords.Label(context.Catalog, r.Sample)), .. leads.Length > 5 ? [$"{leads.Length - 5} more"] : Array.Empty<string>()]),
        };
    }

    private static bool Leads(ComparisonContext context, BenchmarkRow row, int column)
    {
        for (var i = 0; i < row.Results.Count; i++)
            if (i != column && Usable(row, i) && BenchmarkLead.Of(row.Results[column][0].Score, row.Results[i][0].Score, context.HigherIsBetter(row.Benchmark)).Sign <= 0) return false;
        return true;
    }

    private static bool Usable(BenchmarkRow row, int column) => row.Results[column] is [{ Claim.Unconfirmed: false }, ..];
}

using System.Globalization;
using Assay.Charts;
using Assay.Units;

namespace Assay.Host.Benchmarks;

/// <summary>The charts of a benchmark's page, from its view.</summary>
public static class BenchmarkCharts
{
    /// <summary>Rows that a chart shows: more cannot be taken in, and the table has them all.</summary>
    public const int RowsShown = 30;

    /// <param name="scores">Those to show, in order.</param>
    public static DotPlot Dots(BenchmarkPageView page, IReadOnlyList<ScoreView> scores) => new()
    {
        Id = "scores", Title = $"Scores on {page.Name}{(page.Chosen!.Title.Length > 0 ? $", {page.Chosen.Title}" : "")}",
        Description = $"{Words.Plural(scores.Count, "result")}, the best first: from {scores[0].Display} ({scores[0].Name}) to {scores[^1].Display} ({scores[^1].Name}). Whiskers are intervals, where there are any. The table below has the same figures.",
        Rows = [.. scores.Select(s => new DotRow(NameOf(s), s.Value, s.Display, Low(s), High(s), Hint(s), s.Traits is null ? null : s.Model))],
        Format = v => Value(v, page.Chosen.Unit), Axis = AxisOf(page),
    };

    public static ScatterPlot ScoreForCost(BenchmarkPageView page) =>
        Catalog.FrontChart.Of("c", $"Score on {page.Name} against cost a month", page.ScoreForCost, AxisOf(page), v => Value(v, page.Chosen!.Unit));

    private static string AxisOf(BenchmarkPageView page)
    {
        var metric = page.Chosen!.Metric ?? "score";
        return $"{Words.Sentence(metric)}{(page.Chosen.Unit is "minutes" or "elo" ? $", {(page.Chosen.Unit == "elo" ? "Elo" : "minutes")}" : "")} ({(page.HigherIsBetter ? "more" : "less")} is better)";
    }

    private static string NameOf(ScoreView score) => score.Configuration is null ? score.Name : $"{score.Name}, {score.Configuration}";

    private static decimal? Low(ScoreView score) => score.Interval?[0];

    private static decimal? High(ScoreView score) => score.Interval?[1];

    private static string Hint(ScoreView score) =>
        $"{NameOf(score)}: {score.Display}{(score.Interval is [var low, var high] ? $", interval {Number(low)} to {Number(high)}" : "")}{(score.MeasuredBy is null ? "" : $", measured by {score.MeasuredBy}")}";

    private static string Value(decimal value, string unit) => unit == "percent" ? Number(value) + " %" : unit == "usd" ? Format.Usd(value) : Number(value);

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}

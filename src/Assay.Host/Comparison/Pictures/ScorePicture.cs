using System.Globalization;
using Assay.Charts;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Comparison.Pictures;

/// <summary>Cost a month against the score on the benchmark that most of these models share.</summary>
internal static class ScorePicture
{
    private const string Name = "score";

    private sealed record Point(int Place, string Model, CostView Cost, BenchmarkResultView? Result)
    {
        public bool IsWhole => Cost.UsdPerMonth > 0 && Result is not null;
    }

    public static ComparisonPicture Of(ComparisonView view)
    {
        // Of a benchmark's parts none says more than the whole; among equals the order of the table decides.
        var row = view.Benchmarks.Shared.OrderBy(r => r.Category is not null).ThenByDescending(r => Points(view, r).Count(p => p.IsWhole)).FirstOrDefault();
        if (row is null) return ComparisonPictures.InWords(Name, "Cost against score", "No benchmark has measured two of these models in the same way.");
        var title = $"Cost a month against {row.Name}{(row.Version is null ? "" : " " + row.Version)}";
        var all = Points(view, row);
        var known = Array.FindAll(all, p => p.IsWhole);
        if (known.Length < 2) return ComparisonPictures.InWords(Name, title, "No two of these models have both a known cost at this traffic and a result on a benchmark that measured them in the same way.");
        return new(Name, title, new ScatterPlot
        {
            Id = "p-score", Title = title, IsSmall = true, Description = $"{string.Join("; ", known.Select(Hint))}. The table below has the same figures.",
            AcrossAxis = "US dollars a month, cheapest route (logarithmic)", FormatAcross = FrontChart.Short,
            UprightAxis = $"{Words.Sentence(row.Metric ?? "score")} ({(row.LessIsBetter ? "less" : "more")} is better)", FormatUpright = v => v.ToString("#,0.##", CultureInfo.InvariantCulture) + (row.Unit == "percent" ? " %" : ""),
            Points = [.. known.Select(k => new ScatterPoint(k.Model, k.Cost.UsdPerMonth!.Value, k.Result!.Value, Hint(k), OnFront: false, Place: k.Place, Low: Low(k), High: High(k)))],
        }, $"The benchmark that most of them share{(row.Settings is null ? "" : $"; {row.Settings}")}.{(known.Any(k => Low(k) is not null) ? " Lines: 95 % intervals." : "")} Cost at {ComparisonPictures.At(view.Traffic)} a month; more thinking writes more tokens than that says.{ComparisonPictures.NotDrawn(all.Except(known).Select(p => (p.Model, Lacks(p))))}")
        {
            Columns = [new("Cost a month", true), new("Score", true), new("95 % interval", true), new("Measured by", false)],
            Rows = [.. all.Select(p => new PictureRow(p.Place, p.Model, [p.Cost.Display, p.Result?.Display ?? ComparisonPictures.NotKnown, p.Result?.Interval is [var low, var high] ? $"{Number(low)}–{Number(high)}" : "", p.Result?.MeasuredBy ?? ""]))],
            Sources = Charts.ChartFile.Publishers(known.Select(k => k.Result!.Claims[0].Source)),
        };
    }

    private static Point[] Points(ComparisonView view, BenchmarkRowView row) => [.. view.Models.Select((m, i) => new Point(i, m.Name, view.Cost[i], row.Results[i]))];

    private static decimal? Low(Point k) => k.Result!.Interval is [var low, _] ? low : null;

    private static decimal? High(Point k) => k.Result!.Interval is [_, var high] ? high : null;

    private static string Hint(Point k) => $"{k.Model}: {k.Result!.Display} at {k.Cost.Display} a month through {k.Cost.ProviderName}";

    private static string Lacks(Point p) => Words.List([.. p.Result is null ? ["no result"] : Array.Empty<string>(), .. p.Cost.UsdPerMonth is > 0 ? Array.Empty<string>() : [p.Cost.UsdPerMonth == 0 ? "$0" : "no current cost known"]]);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

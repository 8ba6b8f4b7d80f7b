using System.Globalization;
using Assay.Charts;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>Score against cost a month, wherever it is drawn. Each dot is a link to its row of the table beside it.</summary>
public static class FrontChart
{
    private const int Told = 8;

    /// <param name="id">Unique on the page; rows of the table begin with <c>e</c> and it.</param>
    /// <param name="title">What is drawn.</param>
    /// <param name="points">By cost; at least one.</param>
    /// <param name="axis">What the score measures.</param>
    /// <param name="format">How a score of the axis is written.</param>
    public static ScatterPlot Of(string id, string title, IReadOnlyList<FrontPointView> points, string axis, Func<decimal, string> format)
    {
        var best = points.Where(p => p.OnFront).ToArray();
        return new()
        {
            Id = id, Title = title,
            Description = $"{Words.Plural(points.Count, "model")} by the bill of their cheapest route and their score. On the front, from the cheapest: {Words.List([.. best.Take(Told).Select(p => $"{p.NameWithConfiguration} at {Format.Usd(p.UsdPerMonth)} and {p.Display}")])}{(best.Length > Told ? $" and {best.Length - Told} more" : "")}. The table below has the same figures.",
            AcrossAxis = "US dollars a month, cheapest route (logarithmic)", FormatAcross = Short, UprightAxis = axis, FormatUpright = format,
            Points = [.. points.Select((p, i) => new ScatterPoint(p.NameWithConfiguration, p.UsdPerMonth, p.Score, $"{p.NameWithConfiguration}: {p.Display} at {Format.Usd(p.UsdPerMonth)} a month through {p.Provider}", p.OnFront, $"{id}{i}"))],
        };
    }

    /// <summary>That of the list of models.</summary>
    public static ScatterPlot Of(FrontView front) => Of(
        "f", $"Cost a month against {front.Label}", front.Points, $"{front.Label}{(front.HigherIsBetter ? "" : ", less is better")}", value => Format.Exact(value) + (front.Unit == "percent" ? " %" : ""));

    internal static string Short(decimal usd) => usd >= 1_000_000 ? $"${Number(usd / 1_000_000)}M" : usd >= 1000 ? $"${Number(usd / 1000)}K" : $"${usd.ToString("0.####", CultureInfo.InvariantCulture)}";

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}

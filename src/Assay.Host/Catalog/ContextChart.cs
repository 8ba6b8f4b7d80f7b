using System.Globalization;
using Assay.Charts;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>Context window against input price. Each dot is a link to its row of the table beside it.</summary>
public static class ContextChart
{
    private const int Told = 8;

    /// <summary>Rows of the table begin with <c>e</c> and this.</summary>
    public const string Id = "x";

    public static ScatterPlot Of(ContextView view)
    {
        var best = view.Points.Where(p => p.OnFront).ToArray();
        return new()
        {
            Id = Id, Title = "Context window against input price",
            Description = $"{Words.Plural(view.Points.Count, "model")} by the input price of their cheapest route and their context window. On the front, from the cheapest: {Words.List([.. best.Take(Told).Select(p => $"{p.Name} at {Format.Usd(p.UsdPerMillion)} and {Format.Count(p.Tokens)}")])}{(best.Length > Told ? $" and {best.Length - Told} more" : "")}. The table below has the same figures.",
            AcrossAxis = "Input, US dollars per million tokens (logarithmic)", FormatAcross = usd => "$" + usd.ToString("0.######", CultureInfo.InvariantCulture),
            UprightAxis = "Context window, tokens (logarithmic)", FormatUpright = Format.Count, UprightIsLogarithmic = true,
            Points = [.. view.Points.Select((p, i) => new ScatterPoint(p.Name, p.UsdPerMillion, p.Tokens, $"{p.Name}: {Format.Count(p.Tokens)} tokens at {Format.Usd(p.UsdPerMillion)} a million through {p.Provider}", p.OnFront, $"{Id}{i}"))],
        };
    }
}

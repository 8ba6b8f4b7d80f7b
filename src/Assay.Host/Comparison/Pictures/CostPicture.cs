using Assay.Charts;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Comparison.Pictures;

/// <summary>The bill of each model's cheapest route, and how far the bills of its other routes go.</summary>
internal static class CostPicture
{
    private const string Name = "cost";

    /// <summary>From this ratio on, equal steps would press the smaller bills into one spot.</summary>
    private const decimal Decades = 20;

    private sealed record Spread(int Place, string Model, CostView Cost, decimal Usd, OfferView? Dearest, int Routes, int WithoutBill)
    {
        public decimal Most => Dearest?.UsdPerMonth ?? Usd;
        public bool IsWide => Most > Usd;
    }

    public static ComparisonPicture Of(ComparisonView view)
    {
        var title = $"Monthly cost at {ComparisonPictures.At(view.Traffic)}";
        var known = view.Models.Select((m, i) => SpreadOf(m, view.Cost[i], i)).OfType<Spread>().ToArray();
        if (known.Length < 2) return ComparisonPictures.InWords(Name, title, $"The cost of {(known is [var one] ? $"{one.Model} alone" : "none of these models")} is known at this traffic, so there are no two to set against each other.");
        var logarithmic = known.Max(k => k.Most) > known.Min(k => k.Usd) * Decades;
        var spread = known.Any(k => k.IsWide);
        return new(Name, title, new DotPlot
        {
            Id = "p-cost", Title = title, IsLogarithmic = logarithmic, FromZero = true, Format = FrontChart.Short, Axis = $"US dollars a month{(logarithmic ? " (logarithmic)" : "")}",
            Description = $"{string.Join("; ", known.Select(Hint))}. The table below has the same figures.",
            Rows = [.. known.Select(k => new DotRow(k.Model, k.Usd, k.Cost.Display, k.IsWide ? k.Usd : null, k.IsWide ? k.Most : null, Hint(k), Place: k.Place))],
        }, $"Mark: the cheapest route{(spread ? "; line: up to the dearest route with a known bill" : "")}.{ComparisonPictures.NotDrawn(view.Cost.Index().Where(c => c.Item.UsdPerMonth is not > 0).Select(c => (view.Models[c.Index].Name, Why(c.Item))))}")
        {
            Columns = [new("Cheapest", true), new("Through", false), new("Dearest", true), new("Through", false), new("Routes with a bill", true), new("Without", true)],
            Rows = [.. view.Models.Select((m, i) => Array.Find(known, k => k.Place == i) is { } k
                ? new PictureRow(i, m.Name, [k.Cost.Display, k.Cost.ProviderName ?? "", k.IsWide ? Format.Usd(k.Most) : "the same", k.IsWide ? Route(k.Dearest!) : "", Format.Exact(k.Routes), Format.Exact(k.WithoutBill)])
                : new PictureRow(i, m.Name, [view.Cost[i].Display, "", "", "", "0", Format.Exact(m.Offers.Count)]))],
            Sources = Charts.ChartFile.Publishers(known.SelectMany(k => k.Cost.Lines).Select(l => l.Claims is [var said, ..] ? said.Source : null).OfType<string>()),
        };
    }

    /// <summary>Null without a current bill above $0.</summary>
    private static Spread? SpreadOf(ModelView model, CostView cost, int place)
    {
        if (cost.UsdPerMonth is not { } usd || usd <= 0) return null;
        // What is not to be believed outright, or was shut down, is no end of a range.
        var routes = model.Offers.Where(o => o is { UsdPerMonth: > 0, Lifecycle: not "retired" } && (o.Doubt is null || o.Id == cost.Offer)).ToArray();
        return new(place, model.Name, cost, usd, routes.MaxBy(o => o.UsdPerMonth), Math.Max(1, routes.Length), model.Offers.Count - routes.Length);
    }

    private static string Hint(Spread k) => $"{k.Model}: {k.Cost.Display} through {k.Cost.ProviderName}{(k.IsWide ? $", up to {Format.Usd(k.Most)} through {Route(k.Dearest!)}" : "")}";

    private static string Route(OfferView offer) => offer.ProviderName + (offer.Apart is null ? "" : $" ({offer.Apart})");

    private static string Why(CostView cost) => cost.UsdPerMonth == 0 ? "$0" : cost.Display == "unknown" ? ComparisonPictures.NotKnown : cost.Display;
}

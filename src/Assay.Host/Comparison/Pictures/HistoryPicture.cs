using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Charts;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Units;

namespace Assay.Host.Comparison.Pictures;

/// <summary>The input price of one route of each model over time, as the source tells it that has followed it through the most changes.</summary>
internal static class HistoryPicture
{
    private const string Name = "history", Title = "Input price over time";

    private sealed record Line(int Place, string Model, OfferView Route, HistorySeriesView Said);

    public static ComparisonPicture Of(ComparisonView view, CatalogHistory history)
    {
        var lines = view.Models.Select((m, i) => LineOf(m, view.Cost[i], i, history)).OfType<Line>().ToArray();
        if (lines.All(l => l.Said.Periods.Count < 2)) return ComparisonPictures.InWords(Name, Title, "No source that is held has changed the input price of the routes compared.");
        var missing = view.Models.Index().Where(m => Array.TrueForAll(lines, l => l.Place != m.Index)).Select(m => (m.Item.Name, "no source's input price is held"));
        return new(Name, Title, new StepPlot
        {
            Id = "p-history", Title = Title, Axis = "Input, US dollars per million tokens", Format = Format.Usd, Until = DateOnly.Parse(view.AsOf, System.Globalization.CultureInfo.InvariantCulture),
            Description = $"{string.Join(" ", lines.Select(l => $"{l.Model} through {l.Route.ProviderName}: {string.Join(", ", l.Said.Periods.Select(p => $"{p.Display} {(p.FirstKnown ? p.FromInWords() : "from " + p.From)}"))}."))} The table below has the same figures.",
            Series = [.. lines.Select(l => new StepSeries(l.Model, [.. HistoryCharts.Steps(l.Said.Periods)], l.Place))],
        }, $"Of the route in each bill, or of the maker's own where only that changed; one source for each line. A line begins where its source was first read.{ComparisonPictures.NotDrawn(missing)}")
        {
            Columns = [new("From", false), new("Until", false), new("Input, $/1M", true), new("Route", false), new("Source", false)],
            Rows = [.. lines.SelectMany(l => l.Said.Periods.Select(p => new PictureRow(l.Place, l.Model, [p.FromInWords(), p.ToInWords(), p.Display, l.Route.ProviderName, l.Said.Source])))],
            Sources = Charts.ChartFile.Publishers(lines.Select(l => l.Said.Source)),
        };
    }

    private static Line? LineOf(ModelView model, CostView cost, int place, CatalogHistory history)
    {
        var offer = cost.Offer ?? cost.LastKnown?.Offer;
        Line? first = null;
        foreach (var route in model.Offers.Where(o => o.Id == offer).Concat(model.Offers.Where(o => o.Provider == model.Organization && o.Id != offer)))
        {
            // The source with the most changes; among equals the order is that of their names.
            var said = history.Log.Of(Subject.Offer(route.Id), Property.Price(PriceKind.Input)).OrderByDescending(v => v.Periods.Count).FirstOrDefault();
            if (said.Periods is not [{ Claim.Value: ClaimValue.Number }, ..]) continue;
            var line = new Line(place, model.Name, route, HistorySeriesView.Of(said));
            if (said.Periods.Count > 1) return line;
            first ??= line;
        }
        return first;
    }
}

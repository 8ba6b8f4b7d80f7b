using System.Globalization;
using Assay.Charts;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Comparison.Pictures;

/// <summary>Context window against the input price of the route in the bill.</summary>
internal static class ContextPicture
{
    private const string Name = "context", Title = "Context window against input price";

    /// <summary>From this ratio on the upright axis goes over powers of ten.</summary>
    private const long Decades = 10;

    private sealed record Point(int Place, ModelView Model, OfferView? Route, FactView Context, FactView? Price)
    {
        public long? Tokens => Number(Context) is { } tokens and > 0 ? (long)tokens : null;
        public decimal? Usd => Price is null ? null : Number(Price);

        private static decimal? Number(FactView fact) => fact is { State: "known" or "disputed", Unconfirmed: false } ? fact.Value switch { decimal number => number, long number => number, _ => null } : null;
    }

    public static ComparisonPicture Of(ComparisonView view)
    {
        Point[] all = [.. view.Models.Select((m, i) => PointOf(m, view.Cost[i], i))];
        var known = Array.FindAll(all, p => p is { Tokens: > 0, Usd: > 0 });
        if (known.Length < 2) return ComparisonPictures.InWords(Name, Title, $"{(known is [var one] ? $"{one.Model.Name} alone has" : "None of these models has")} both a known context window and a known input price.");
        if (known.All(k => (k.Tokens, k.Usd) == (known[0].Tokens, known[0].Usd))) return ComparisonPictures.InWords(Name, Title, $"The models that have both take {Format.Count(known[0].Tokens!.Value)} tokens at {Format.Usd(known[0].Usd!.Value)} a million alike.");
        var logarithmic = known.Max(k => k.Tokens) >= Decades * known.Min(k => k.Tokens);
        return new(Name, Title, new ScatterPlot
        {
            Id = "p-context", Title = Title, IsSmall = true, Description = $"{string.Join("; ", known.Select(Hint))}. The table below has the same figures.",
            AcrossAxis = "Input, US dollars per million tokens (logarithmic)", FormatAcross = usd => "$" + usd.ToString("0.######", CultureInfo.InvariantCulture),
            UprightAxis = $"Context window, tokens{(logarithmic ? " (logarithmic)" : "")}", FormatUpright = Format.Count, UprightIsLogarithmic = logarithmic,
            Points = [.. known.Select(k => new ScatterPoint(k.Model.Name, k.Usd!.Value, k.Tokens!.Value, Hint(k), OnFront: false, Place: k.Place))],
        }, $"Input price of the route in the bill.{ComparisonPictures.NotDrawn(all.Except(known).Select(p => (p.Model.Name, Lacks(p))))}")
        {
            Columns = [new("Input, $/1M", true), new("Through", false), new("Context, tokens", true)],
            Rows = [.. all.Select(p => new PictureRow(p.Place, p.Model.Name, [p.Price is { } price ? Publishing.Short.Of(price) : ComparisonPictures.NotKnown, p.Route?.ProviderName ?? "", Publishing.Short.Of(p.Context)]))],
            Sources = Charts.ChartFile.Publishers(known.SelectMany(k => new[] { k.Price!.Claims[0].Source, k.Context.Claims[0].Source })),
        };
    }

    private static Point PointOf(ModelView model, CostView cost, int place)
    {
        var route = cost.Offer is null ? null : model.Offers.FirstOrDefault(o => o.Id == cost.Offer);
        return new(place, model, route, model.Specs["context_window"], route?.Prices["input"]);
    }

    private static string Hint(Point k) => $"{k.Model.Name}: {Format.Count(k.Tokens!.Value)} tokens at {Format.Usd(k.Usd!.Value)} a million through {k.Route!.ProviderName}";

    private static string Lacks(Point p) => Words.List([.. p.Tokens is null ? ["context not known"] : Array.Empty<string>(), .. p.Usd is null ? ["no current input price known"] : p.Usd == 0 ? ["input costs $0"] : Array.Empty<string>()]);
}

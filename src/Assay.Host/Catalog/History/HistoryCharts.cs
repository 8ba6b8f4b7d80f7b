using Assay.Catalog;
using Assay.Charts;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary>What changed over time as step lines; the table of the history has the same figures.</summary>
public static class HistoryCharts
{
    /// <summary>More lines cannot be told apart.</summary>
    private const int LinesShown = 6;

    private static readonly (Property Property, string Id, string Title, string Axis, Func<decimal, string> Format)[] Charted =
    [
        (Property.Price(PriceKind.Input), "history-input", "Input price", "US dollars per million tokens", Format.Usd),
        (Property.Price(PriceKind.Output), "history-output", "Output price", "US dollars per million tokens", Format.Usd),
        (Property.ContextWindow, "history-context", "Context window", "Tokens", Format.Count),
    ];

    /// <summary>One chart for each kind of figure that some source changed, with the line to stand below it.</summary>
    public static IEnumerable<HistoryChart> Of(string model, HistoryView history, DateOnly day)
    {
        foreach (var (property, id, title, axis, format) in Charted)
        {
            var changed = history.Series.Where(s => s.Property == property.Name && s.Periods.Count > 1).ToArray();
            if (changed.Length == 0) continue;
            var shown = changed.OrderByDescending(s => s.Periods.Count).Take(LinesShown).OrderBy(s => s.Subject, StringComparer.Ordinal).ToArray();
            var chart = new StepPlot
            {
                Id = id, Title = $"{title} of {model} over time", Axis = axis, Format = format, Until = day,
                Description = string.Join(" ", shown.Select(s => $"{NameOf(s)}: {string.Join(", ", s.Periods.Select(p => $"{p.Display} {(p.FirstKnown ? p.FromInWords() : "from " + p.From)}"))}.")),
                Series = [.. shown.Select(s => new StepSeries(NameOf(s), [.. Steps(s.Periods)]))],
            };
            yield return new(chart, $"{title}, for each source that changed it{(shown.Length < changed.Length ? $": the {LinesShown} with the most changes of {changed.Length}" : "")}. A line begins where its source was first read.", [.. shown.SelectMany(s => s.Periods.Select(_ => s.Source))]);
        }
    }

    internal static IEnumerable<Step> Steps(IReadOnlyList<PeriodView> periods)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            yield return new(DateOnly.Parse(periods[i].From), periods[i].Value);
            if (periods[i].To is { } end && !(i + 1 < periods.Count && periods[i + 1].From == end)) yield return new(DateOnly.Parse(end), null);
        }
    }

    private static string NameOf(HistorySeriesView series)
    {
        if (series.SubjectKind == "model") return series.Source;
        var offer = OfferId.Parse(series.Subject);
        return $"{offer.Provider}{(offer.Qualifiers.Length > 0 ? $" ({offer.Qualifiers})" : "")}, {series.Source}";
    }
}

/// <param name="Caption">The line to stand below it.</param>
/// <param name="Sources">Who says the figures, once for each.</param>
public sealed record HistoryChart(StepPlot Chart, string Caption, IReadOnlyList<string> Sources);

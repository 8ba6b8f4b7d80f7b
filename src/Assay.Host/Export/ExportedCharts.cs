using Assay.Comparison;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Web;

namespace Assay.Host.Export;

/// <summary>The charts that pages of a copy have, by the addresses of their SVG files. There is no PNG of them: it is not the same on every machine.</summary>
internal static class ExportedCharts
{
    public static IEnumerable<string> Of(AskedDay day) => OfList(day).Concat(day.Catalog.Models.SelectMany(m => OfModel(day, m))).Concat(new SiteAddresses(day.Catalog).Benchmarks.SelectMany(b => OfBenchmark(day, b["/benchmarks/".Length..])));

    private static IEnumerable<string> OfList(AskedDay day)
    {
        if (ModelSearch.Find(day.Catalog, new() { WithFront = true, PageSize = 1 }, out _) is not { } list) yield break;
        if (list.Front is { Points.Count: > 0 }) yield return "/charts/models/cost.svg";
        if (list.Context is { Points.Count: > 0 }) yield return "/charts/models/context.svg";
    }

    private static IEnumerable<string> OfModel(AskedDay day, Assay.Catalog.Model model) =>
        HistoryCharts.Of(model.Name, HistoryView.Of(day.History, model), day.Day).Select(c => $"/charts/models/{model.Id}/{c.Chart.Id}.svg");

    private static IEnumerable<string> OfBenchmark(AskedDay day, string id)
    {
        // A name that is written otherwise in an address is none that every file server finds.
        if (Uri.EscapeDataString(id) != id) yield break;
        foreach (var variant in BenchmarkResults.Of(day.Catalog).VariantsOf(id).Where(v => v.Models > 1).Select(v => v.Slug).Prepend(null))
        {
            if (BenchmarkPages.Of(day.Catalog, id, variant, TrafficProfile.Default, out _) is not { Chosen: not null } page) continue;
            var query = variant is null ? "" : "?variant=" + Uri.EscapeDataString(variant);
            if (page.Scores.Count > 0) yield return $"/charts/benchmarks/{id}/scores.svg{query}";
            if (page.ScoreForCost.Count > 0) yield return $"/charts/benchmarks/{id}/cost.svg{query}";
        }
    }
}

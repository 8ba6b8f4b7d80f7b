using Assay.Catalog;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Comparison;
using Assay.Host.Comparison.Pictures;
using Assay.Host.Pages.Compare;
using Assay.Host.Publishing;
using Assay.Host.Web;

namespace Assay.Host.Charts;

/// <summary>The charts that are made of the catalogue, its day and the address alone, each from the view that its page shows. Null with a result where there is none.</summary>
internal static class CatalogCharts
{
    /// <summary>Of the list of models, by the list's own query: <c>cost</c> against a benchmark, <c>context</c> against price.</summary>
    public static ChartFile? OfList(HttpRequest request, string chart, out IResult? fault)
    {
        if ((fault = CatalogApi.Day(request, out var asked)) is not null) return null;
        var query = ModelListQuery.From(request.Query) with { WithFront = true, Page = 1, PageSize = 1 };
        if (ModelSearch.Find(asked.Catalog, query, out var problems) is not { } list)
        {
            fault = Problems.Bad(problems);
            return null;
        }
        var page = "/models" + query.ToQueryString();
        ChartFile? file = chart == "cost"
            ? list.Front is { Points.Count: > 0 } front ? new(FrontChart.Of(front), $"cost against {front.Label}", ChartFile.Publishers(front.Points.Select(p => p.Source)), list.AsOf, page + "#front") : null
            : list.Context is { Points.Count: > 0 } context ? new(ContextChart.Of(context), "context against price", ChartFile.Publishers(context.Points.SelectMany(p => p.Sources)), list.AsOf, page + "#context") : null;
        return file ?? None("None of the models found has both figures, so there is nothing to draw: ask for fewer conditions.", out fault);
    }

    /// <summary>Of one model: what sources changed of a price or the context window.</summary>
    public static ChartFile? OfModel(HttpRequest request, string id, string chart, out IResult? fault)
    {
        if ((fault = CatalogApi.Day(request, out var asked)) is not null) return null;
        if (asked.Catalog.Find(id) is not NameLookup.Found { Model: var model })
        {
            fault = Problems.Names([(id, asked.Catalog.Find(id))]);
            return null;
        }
        var history = HistoryView.Of(asked.History, model);
        var drawn = HistoryCharts.Of(model.Name, history, asked.Day).FirstOrDefault(c => c.Chart.Id == chart);
        return drawn is null ? None($"No source changed that of '{model.Id}', so there is nothing to draw. Its page has what is known: /models/{model.Id}", out fault)
            : new(drawn.Chart, drawn.Chart.Title, ChartFile.Publishers(drawn.Sources), asked.Day.ToString("yyyy-MM-dd"), $"/models/{model.Id}#history");
    }

    /// <summary>Of one benchmark: <c>scores</c>, or score against <c>cost</c>.</summary>
    public static ChartFile? OfBenchmark(HttpRequest request, string id, string chart, out IResult? fault)
    {
        if ((fault = CatalogApi.Day(request, out var asked)) is not null) return null;
        var (traffic, problems) = ComparisonQuery.From(request.Query).ReadTraffic();
        if (problems.Count > 0)
        {
            fault = Problems.Bad(problems);
            return null;
        }
        var variant = request.Query["variant"].ToString() is { Length: > 0 } text ? text : null;
        if (BenchmarkPages.Of(asked.Catalog, id, variant, traffic, out var problem) is not { } page) return None(problem!, out fault);
        var place = $"/benchmarks/{id}{(variant is null ? "" : "?variant=" + Uri.EscapeDataString(variant))}";
        if (chart == "scores" && page.Chosen is not null && page.Scores.Count > 0)
        {
            var shown = page.Scores.Take(BenchmarkCharts.RowsShown).ToArray();
            return new(BenchmarkCharts.Dots(page, shown), $"scores on {page.Name}", ChartFile.Publishers(shown.Select(s => s.Claims[0].Source)), page.AsOf, place);
        }
        return chart == "cost" && page.ScoreForCost.Count > 0
            ? new(BenchmarkCharts.ScoreForCost(page), $"score on {page.Name} against cost", ChartFile.Publishers(page.ScoreForCost.Select(p => p.Source)), page.AsOf, place + "#cost")
            : None($"No two models have what this chart of '{id}' needs. Its page has what is known: /benchmarks/{id}", out fault);
    }

    /// <summary>Of a comparison, at a traffic: <c>cost</c> with its spread, <c>context</c> against price, cost against <c>score</c>, price <c>history</c>.</summary>
    public static ChartFile? OfComparison(HttpRequest request, string pair, string chart, out IResult? fault)
    {
        if (Asked.Comparison(request.HttpContext, pair, request.Query, out var refused) is not { } found)
        {
            fault = refused!.Result;
            return null;
        }
        var picture = ComparisonPictures.Of(found.View, AskedDay.Of(request.HttpContext).Live.HistoryOn(found.Catalog.AsOf), chart);
        fault = null;
        return picture?.Drawn is { } drawn ? new(drawn, $"{picture.Title} {found.View.Title}", picture.Sources, found.View.AsOf, PairModel.PathOf(found.Models) + "#charts") : None(picture!.Words, out fault);
    }

    internal static ChartFile? None(string why, out IResult? fault)
    {
        fault = Problems.NotFound(why, []);
        return null;
    }
}

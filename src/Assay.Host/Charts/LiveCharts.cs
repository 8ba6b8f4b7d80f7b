using Assay.Charts;
using Assay.Host.Arena;
using Assay.Host.Evaluation;
using Assay.Host.Web;

namespace Assay.Host.Charts;

/// <summary>Charts of votes and runs, each from the view that its page shows. Null with a result where there is none.</summary>
internal static class LiveCharts
{
    public static ChartFile? OfBoard(HttpRequest request, Leaderboards boards, out IResult? fault)
    {
        fault = null;
        var task = request.Query["task"].ToString();
        if (boards.Of(task, out var problem) is not { } board)
        {
            fault = Problems.Bad([problem!]);
            return null;
        }
        return board.Scale is null ? CatalogCharts.None("Ratings need votes for each of two models at least.", out fault)
            : new(ArenaCharts.Ratings(board), $"arena ratings {task}", ["blind votes"], Today(request), "/arena/leaderboard" + (task.Length == 0 ? "" : "?task=" + Uri.EscapeDataString(task)));
    }

    public static ChartFile? OfRun(HttpRequest request, RunReports reports, EvalRunViewBuilder views, string run, string chart, out IResult? fault)
    {
        fault = null;
        var query = EvalRunQuery.From(reports, run, request.Query);
        if (query.Run is not { } found)
        {
            fault = EvalReportApi.NoRun(reports, run);
            return null;
        }
        if (query.Problems.Count > 0)
        {
            fault = Problems.Bad(query.Problems);
            return null;
        }
        var view = views.Of(found, query.Pair, chart == "categories" && query.Against is { } other ? views.Against(found, other, query.ById) : null);
        Chart? drawn = chart switch { "scores" => EvalCharts.Scores(view), "cost" => EvalCharts.CostAgainstScore(view), _ => PairOf(view, request.Query["model"].ToString()) is { } pair ? EvalCharts.Categories(pair) : null };
        return drawn is null ? CatalogCharts.None($"Run {view.Id} has too few figures for this chart. Its page has what is known: /evals/{view.Id}", out fault)
            : new(drawn, $"{chart} {view.Suite.Title}", ["trials of this run"], Today(request), $"/evals/{view.Id}");
    }

    /// <summary>Of two runs the model that both have, or the first of them; of one the two looked at.</summary>
    private static EvalPairView? PairOf(EvalRunView view, string model) => view.Against is not { } against ? view.Pair : model.Length == 0 ? against.Pairs is [var first, ..] ? first : null : against.Pairs.FirstOrDefault(p => p.First == model);

    private static string Today(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<Catalog.LiveCatalog>().Today.ToString("yyyy-MM-dd");
}

using Assay.Adapters.Images;
using Assay.Charts;
using Assay.Host.Arena;
using Assay.Host.Calls;
using Assay.Host.Evaluation;
using Assay.Host.Web;

namespace Assay.Host.Charts;

/// <summary>Every chart as a file: SVG with letters, or PNG in strokes, which looks the same where no fonts are installed.</summary>
public static class ChartApi
{
    /// <summary>Pixels of the picture for one of the drawing.</summary>
    private const double PngScale = 2;

    private delegate ChartFile? Maker(HttpRequest request, out IResult? fault);

    public static void Map(WebApplication app)
    {
        const string ext = "{ext:regex(^(svg|png)$)}";
        app.MapGet("/charts/models/{chart:regex(^(cost|context)$)}." + ext, (HttpRequest request, string chart, string ext, CancellationToken cancel) =>
            Answer(request, ext, (HttpRequest r, out IResult? fault) => CatalogCharts.OfList(r, chart, out fault), cancel)).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/charts/models/{org}/{model}/{chart:regex(^history-(input|output|context)$)}." + ext, (HttpRequest request, string org, string model, string chart, string ext, CancellationToken cancel) =>
            Answer(request, ext, (HttpRequest r, out IResult? fault) => CatalogCharts.OfModel(r, $"{org}/{model}", chart, out fault), cancel)).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/charts/benchmarks/{id}/{chart:regex(^(scores|cost)$)}." + ext, (HttpRequest request, string id, string chart, string ext, CancellationToken cancel) =>
            Answer(request, ext, (HttpRequest r, out IResult? fault) => CatalogCharts.OfBenchmark(r, id, chart, out fault), cancel)).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/charts/compare/{pair}/{chart:regex(^(cost|context|score|history)$)}." + ext, (HttpRequest request, string pair, string chart, string ext, CancellationToken cancel) =>
            Answer(request, ext, (HttpRequest r, out IResult? fault) => CatalogCharts.OfComparison(r, pair, chart, out fault), cancel)).ExcludeFromDescription().OfTheCatalogue();
        // Votes and runs are no part of the catalogue.
        app.MapGet("/charts/arena/ratings." + ext, (HttpRequest request, Leaderboards boards, string ext, CancellationToken cancel) =>
            Answer(request, ext, (HttpRequest r, out IResult? fault) => LiveCharts.OfBoard(r, boards, out fault), cancel)).ExcludeFromDescription();
        app.MapGet("/charts/evals/{run}/{chart:regex(^(scores|cost|categories)$)}." + ext, (HttpRequest request, RunReports reports, EvalRunViewBuilder views, string run, string chart, string ext, CancellationToken cancel) =>
            Answer(request, ext, (HttpRequest r, out IResult? fault) => LiveCharts.OfRun(r, reports, views, run, chart, out fault), cancel)).ExcludeFromDescription();
    }

    private static async Task<IResult> Answer(HttpRequest request, string extension, Maker make, CancellationToken cancellationToken)
    {
        if (make(request, out var fault) is not { } file) return fault!;
        if (request.Query["theme"].ToString() is not ("" or "light" or "dark") and var odd) return Problems.Bad([$"theme '{odd}' is not a theme: write light or dark; an SVG follows its reader."]);
        var theme = request.Query["theme"] == "dark" ? ChartTheme.Dark : ChartTheme.Light;
        request.HttpContext.Response.Headers.ContentDisposition = $"inline; filename=\"{file.FileName(extension)}\"";
        if (extension == "svg") return TypedResults.Text(file.Picture.ToSvg(), "image/svg+xml; charset=utf-8");
        try
        {
            var work = request.HttpContext.RequestServices.GetRequiredService<LiveCalls>().Work;
            return TypedResults.Bytes((await new SvgRaster(work).Render(file.Picture.ToStrokes(theme), PngScale, cancellationToken)).Bytes, "image/png");
        }
        catch (ImageException e)
        {
            request.HttpContext.Response.Headers.Remove("Content-Disposition");
            return TypedResults.Problem($"{e.Message} The same chart as SVG needs no library.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No picture can be made here");
        }
    }
}

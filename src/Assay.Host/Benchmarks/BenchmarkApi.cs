using System.ComponentModel;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Benchmarks;

/// <summary>Benchmarks over HTTP.</summary>
public static class BenchmarkApi
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Benchmarks");
        api.MapGet("/benchmarks", List).WithName("ListBenchmarks").WithSummary("Lists the benchmarks that somebody has a result on.")
            .Produces<BenchmarkListView>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/benchmarks/{id}", One).WithName("GetBenchmark").WithSummary("One benchmark: its variants, and the scores of one of them with their claims.")
            .Produces<BenchmarkPageView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/benchmarks.json", List).ExcludeFromDescription();
        app.MapGet("/benchmarks/{id}.json", One).ExcludeFromDescription();
    }

    private static IResult List(LiveCatalog live, [Description("A day, month or year; today when not given.")] string? as_of, [Description("The same, as pages call it.")] string? asof)
    {
        var (day, problem) = new ComparisonQuery { AsOf = asof ?? as_of }.ReadDay();
        return problem is not null ? Problems.Bad([problem]) : TypedResults.Ok(BenchmarkPages.List(day is { } asked ? live.On(asked) : live.Current));
    }

    private static IResult One(
        LiveCatalog live, HttpRequest request, string id, [Description("A variant's slug; when not given, the benchmark's own metric over all categories.")] string? variant)
    {
        var (traffic, problems) = ComparisonQuery.From(request.Query).ReadTraffic();
        if (problems.Count > 0) return Problems.Bad(problems);
        if (CatalogApi.Day(request, out var day) is { } fault) return fault;
        var page = BenchmarkPages.Of(day is { } asked ? live.On(asked) : live.Current, id, variant, traffic, out var problem);
        return page is null ? Problems.NotFound(problem!, []) : FastJson.Ok(page);
    }
}

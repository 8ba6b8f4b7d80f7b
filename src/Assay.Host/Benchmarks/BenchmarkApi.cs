using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Benchmarks;

/// <summary>Benchmarks over HTTP.</summary>
public static class BenchmarkApi
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Benchmarks").OfTheCatalogue();
        api.MapGet("/benchmarks", List).WithName("ListBenchmarks").WithSummary("Lists the benchmarks that somebody has a result on.")
            .Produces<BenchmarkListView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes(Parameters.Day);
        api.MapGet("/benchmarks/{id}", One).WithName("GetBenchmark").WithSummary("One benchmark: its variants, and the scores of one of them with their claims.")
            .Produces<BenchmarkPageView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .Takes([Parameters.Benchmark, Parameters.Variant, .. Parameters.Traffic, Parameters.Day]);
        app.MapGet("/benchmarks.json", List).Twin<BenchmarkListView>("BenchmarksPage", "The page of benchmarks.").Takes(Parameters.PageDay).OfTheCatalogue();
        app.MapGet("/benchmarks/{id}.json", One).Twin<BenchmarkPageView>("BenchmarkPage", "The page of one benchmark.", missing: true).Takes([Parameters.Benchmark, Parameters.Variant, .. Parameters.PageTraffic, Parameters.PageDay]).OfTheCatalogue();
    }

    private static IResult List(HttpRequest request, string? as_of) =>
        CatalogApi.Day(request, out var asked) ?? TypedResults.Ok(BenchmarkPages.List(asked.Catalog));

    private static IResult One(
        HttpRequest request, string id, string? variant,
        string? as_of)
    {
        var (traffic, problems) = ComparisonQuery.From(request.Query).ReadTraffic();
        if (problems.Count > 0) return Problems.Bad(problems);
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        var page = BenchmarkPages.Of(asked.Catalog, id, variant, traffic, out var problem);
        return page is null ? Problems.NotFound(problem!, []) : FastJson.Ok(page);
    }
}

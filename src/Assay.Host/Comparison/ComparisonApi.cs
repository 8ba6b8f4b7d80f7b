using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Comparison;

/// <summary>Comparisons over HTTP: the same view as the page.</summary>
public static class ComparisonApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/compare", Compare).OfTheCatalogue().WithTags("Comparison").WithName("CompareModels").WithSummary("Compares two to six models at a traffic profile.")
            .Produces<ComparisonView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes(ComparisonParameters.All);
        app.MapGet("/index.json", (HttpRequest request, Comparer comparer) => CatalogApi.Day(request, out var asked) ?? TypedResults.Ok(StartView.Of(asked, comparer))).Twin<StartView>("StartPage", "The start page.").Takes(Parameters.PageDay).OfTheCatalogue();
        app.MapGet("/compare.json", (ComparisonService comparisons, HttpRequest request) => Answer(comparisons, [.. request.Query["m"].OfType<string>().Where(n => n.Length > 0)], request))
            .Twin<ComparisonView>("ComparisonOfNamed", "The comparison of models that are named one by one.", missing: true).Takes([ComparisonParameters.Named, .. Parameters.PageTraffic, Parameters.Baseline, Parameters.PageDay]).OfTheCatalogue();
        app.MapGet("/compare/{pair}.json", (ComparisonService comparisons, HttpRequest request, string pair) =>
            Answer(comparisons, ComparisonService.SplitSlug(Uri.UnescapeDataString(pair), AskedDay.Of(request.HttpContext).Catalog), request))
            .Twin<ComparisonView>("ComparisonPage", "The page of a comparison.", missing: true).Takes([Parameters.Pair, .. Parameters.PageTraffic, Parameters.Baseline, Parameters.PageDay]).OfTheCatalogue();
    }

    private static IResult Compare(ComparisonService comparisons, HttpRequest request, [AsParameters] ComparisonParameters asked) => Answer(comparisons, asked.Names(), request);

    private static IResult Answer(ComparisonService comparisons, IReadOnlyList<string> names, HttpRequest request) => Answer(comparisons, names, request, compared => FastJson.Ok(compared.View));

    /// <summary>For every route that shows a comparison of some kind: what cannot be compared gets a problem.</summary>
    internal static IResult Answer(ComparisonService comparisons, IReadOnlyList<string> names, HttpRequest request, Func<ComparisonAnswer.Compared, IResult> show)
    {
        var query = ComparisonQuery.From(request.Query);
        var (traffic, problems) = query.ReadTraffic();
        if (problems.Count > 0) return Problems.Bad(problems);
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        if (names.Count == 0) return Problems.Bad(["No model is named: give two to six, as models=google/gemma-3-12b-it,openai/gpt-4o."]);
        var baseline = request.Query["baseline"].ToString() is { Length: > 0 } text ? text : null;
        return comparisons.Compare(names, traffic, asked.Day, baseline) switch
        {
            ComparisonAnswer.Compared compared => show(compared),
            // Not known by that day is another thing than not known.
            ComparisonAnswer.NamesUnclear unclear when asked.IsPast && comparisons.Compare(names, traffic, day: null, baseline) is ComparisonAnswer.Compared =>
                Problems.Bad([.. unclear.Names.Where(n => n.Lookup is not NameLookup.Found).Select(n => ComparisonQuery.NotKnownBy(n.Name, asked.Text!))]),
            ComparisonAnswer.NamesUnclear unclear => Problems.Names(unclear.Names),
            ComparisonAnswer.Refused refused => Problems.Bad(refused.Problems),
            _ => throw new InvalidOperationException("A comparison has three outcomes."),
        };
    }
}

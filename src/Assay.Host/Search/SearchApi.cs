using Assay.Host.Catalog;
using Assay.Host.Described;
using Assay.Host.Web;
using Assay.Search.Box;

namespace Assay.Host.Search;

/// <summary>The search box over HTTP: suggestions, and the twin of its page.</summary>
public static class SearchApi
{
    private static readonly Parameter Line = new("q", "A name or a part of one, 'a vs b', or conditions in plain words.", "vision models under $1 with 200k context") { Most = BoxReader.LongestText, Required = true };

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/search", Suggest).OfTheCatalogue().WithTags("Catalogue").WithName("Search")
            .WithSummary("Suggestions for a line in the search box: names, comparisons, questions read as conditions, each with where it leads.")
            .Produces<SuggestionsView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes(Line, Parameters.Day);
        app.MapGet("/search.json", (HttpRequest request) => Answer(request, request.Query["q"], TypedResults.Ok)).Twin<SearchView>("SearchPage", "What a line in the search box means.").Takes(Line, Parameters.PageDay).OfTheCatalogue();
    }

    private static IResult Suggest(
        HttpRequest request, string? q,
        string? as_of) =>
        Answer(request, q, found => TypedResults.Ok(Suggestions.Of(found)));

    private static IResult Answer(HttpRequest request, string? text, Func<SearchView, IResult> answer)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        return SearchViewBuilder.Build(asked, text, out var problem) is { } view ? answer(view) : Problems.Bad([problem!]);
    }
}

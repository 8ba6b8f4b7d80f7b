using System.ComponentModel;
using Assay.Host.Catalog;
using Assay.Host.Web;

namespace Assay.Host.Search;

/// <summary>The search box over HTTP: suggestions, and the twin of its page.</summary>
public static class SearchApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/search", Suggest).OfTheCatalogue().WithTags("Catalogue").WithName("Search")
            .WithSummary("Suggestions for a line in the search box: names, comparisons, questions read as conditions, each with where it leads.")
            .Produces<SuggestionsView>().ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/search.json", (HttpRequest request) => Answer(request, request.Query["q"], TypedResults.Ok)).ExcludeFromDescription().OfTheCatalogue();
    }

    private static IResult Suggest(
        HttpRequest request, [Description("A name or a part of one, 'a vs b', or conditions in plain words: vision models under $1 with 200k context. At most 300 characters.")] string? q,
        [Description("A day, month or year: the answer as it would have been then.")] string? as_of) =>
        Answer(request, q, found => TypedResults.Ok(Suggestions.Of(found)));

    private static IResult Answer(HttpRequest request, string? text, Func<SearchView, IResult> answer)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        return SearchViewBuilder.Build(asked, text, out var problem) is { } view ? answer(view) : Problems.Bad([problem!]);
    }
}

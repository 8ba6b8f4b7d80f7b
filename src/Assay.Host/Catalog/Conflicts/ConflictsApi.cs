using System.ComponentModel;
using Assay.Host.Web;

namespace Assay.Host.Catalog.Conflicts;

/// <summary>Conflicts over HTTP.</summary>
public static class ConflictsApi
{
    private const int PageSize = 50;

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/conflicts", List).OfTheCatalogue().WithTags("Catalogue").WithName("ListConflicts").WithSummary("Where sources disagree on an offer, by class, with evidence.")
            .Produces<ConflictListView>().ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/conflicts.json", List).ExcludeFromDescription().OfTheCatalogue();
    }

    private static IResult List(
        HttpRequest request,
        [Description("A model: id, slug, alias or provider/model-id.")] string? model,
        [Description("A provider's id.")] string? provider,
        [Description("An offer's id: openrouter/google/gemma-3-12b-it.")] string? offer,
        [Description("context_window, max_input, max_output, pdf_input, a capability such as vision, or a price such as price_input.")] string? field,
        [Description("unit, zero, max_input, route_scope, match_rule, stale, outlier, capability or value.")] string? @class,
        [Description("From 1.")] int? page,
        [Description("1 to 5,000; 50 when not given.")] int? page_size,
        [Description("A day, month or year: the conflicts as they would have stood then.")] string? as_of)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        var query = new ConflictQuery { Model = model, Provider = provider, Offer = offer, Field = field, Class = @class };
        var list = query.Find(asked.Catalog, page ?? 1, page_size ?? PageSize, out var problem);
        if (list is null) return Problems.Bad([problem!]);
        PageLinks.Set(request.HttpContext, list.Page, PageLinks.PagesOf(list.Total, list.PageSize));
        return TypedResults.Ok(list);
    }
}

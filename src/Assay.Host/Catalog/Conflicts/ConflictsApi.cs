using Assay.Catalog.Conflicts;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Catalog.Conflicts;

/// <summary>Conflicts over HTTP.</summary>
public static class ConflictsApi
{
    /// <summary>Conflicts on a page, of people's pages too.</summary>
    public const int PageSize = 50;

    private static readonly Parameter[] Asked =
    [
        Parameters.OnlyModel, Parameters.OnlyProvider, new("offer", "An offer's id: provider, slash, the model's name there.", "openrouter/google/gemma-3-12b-it"),
        new("field", "context_window, max_input, max_output, pdf_input, a capability such as vision, or a price such as price_input.", "context_window"),
        new("class", "The likely reason.", ConflictKind.All[^1].Name) { Allowed = [.. ConflictKind.All.Select(k => k.Name)] }, Parameters.Page, Parameters.PageSize(ConflictQuery.LargestPage, PageSize),
    ];

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/conflicts", List).OfTheCatalogue().WithTags("Catalogue").WithName("ListConflicts").WithSummary("Where sources disagree on an offer, by class, with evidence.")
            .Produces<ConflictListView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes([.. Asked, Parameters.Day]);
        app.MapGet("/conflicts.json", List).Twin<ConflictListView>("ConflictsPage", "The page of conflicts.").Takes([.. Asked, Parameters.PageDay]).OfTheCatalogue();
    }

    private static IResult List(
        HttpRequest request,
        string? model,
        string? provider,
        string? offer,
        string? field,
        string? @class,
        int? page,
        int? page_size,
        string? as_of)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        var query = new ConflictQuery { Model = model, Provider = provider, Offer = offer, Field = field, Class = @class };
        var list = query.Find(asked.Catalog, page ?? 1, page_size ?? PageSize, out var problem);
        if (list is null) return Problems.Bad([problem!]);
        PageLinks.Set(request.HttpContext, list.Page, PageLinks.PagesOf(list.Total, list.PageSize));
        return TypedResults.Ok(list);
    }
}

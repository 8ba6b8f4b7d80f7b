using Assay.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Catalog;

/// <summary>Models and providers over HTTP.</summary>
public static class CatalogApi
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Catalogue").OfTheCatalogue();
        api.MapGet("/models", List).WithName("ListModels").WithSummary("Lists models: search words, conditions, sorting, pages.")
            .Produces<ModelListView>().ProducesProblem(StatusCodes.Status400BadRequest)
            .Takes([.. Parameters.ModelList, .. Parameters.Traffic, Parameters.Page, Parameters.PageSize(ModelListQuery.Most, ModelListQuery.DefaultPageSize), Parameters.Day]);
        api.MapGet("/models/{org}/{model}", One).WithName("GetModel").WithSummary("One model with every fact, offer and claim.")
            .Produces<ModelPageView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .Takes([Parameters.Org, Parameters.Model, .. Parameters.Traffic, Parameters.Day]);
        app.MapGet("/models.json", ListTwin).Twin<ModelListView>("ModelsPage", "The list of models, with cost set against a benchmark.")
            .Takes([.. Parameters.ModelList, .. Parameters.PageTraffic, Parameters.Page, Parameters.PageSize(ModelListQuery.Most, ModelListQuery.DefaultPageSize), Parameters.PageDay]).OfTheCatalogue();
        app.MapGet("/models.csv", ListCsv).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/models/{org}/{model}.json", One).Twin<ModelPageView>("ModelPage", "The page of one model.", missing: true).Takes([Parameters.Org, Parameters.Model, .. Parameters.PageTraffic, Parameters.PageDay]).OfTheCatalogue();
        app.MapGet("/providers/{id}.json", ProviderPage).Twin<ProviderPageView>("ProviderPage", "The page of one provider, with every offer.", missing: true).Takes([Parameters.Provider, .. Parameters.PageTraffic, Parameters.PageDay]).OfTheCatalogue();
        app.MapGet("/offers/of-no-model.json", (LiveCatalog live) => FastJson.Ok(OffersOfNoModelView.Of(live.Current))).Twin<OffersOfNoModelView>("OffersOfNoModelPage", "Offers that no single model may be given, each with the reason.", refuses: false).OfTheCatalogue();
    }

    private static IResult List(
        HttpRequest request,
        string? q,
        string? filter,
        string? sort,
        string? columns,
        string? might,
        string? against,
        string? input_tokens,
        string? output_tokens,
        int? page,
        int? page_size,
        string? as_of) =>
        Listed(request, ModelListQuery.From(request.Query) with { Page = page ?? 1, PageSize = page_size ?? ModelListQuery.DefaultPageSize }, TypedResults.Ok);

    private static IResult ListTwin(HttpRequest request) => Listed(request, ModelListQuery.From(request.Query) with { WithFront = true }, TypedResults.Ok);

    private static IResult ListCsv(HttpRequest request) =>
        Listed(request, ModelListQuery.From(request.Query) with { Page = 1, PageSize = ModelListQuery.Most }, list => TypedResults.Text(ModelListCsv.Of(list), "text/csv; charset=utf-8"));

    private static IResult Listed(HttpRequest request, ModelListQuery query, Func<ModelListView, IResult> answer)
    {
        if (Day(request, out var asked) is { } fault) return fault;
        if (ModelSearch.Find(asked.Catalog, query, out var problems) is not { } list) return Problems.Bad(problems);
        PageLinks.Set(request.HttpContext, list.Page, PageLinks.PagesOf(list.ListedTotal, list.PageSize));
        return answer(list);
    }

    private static IResult One(LiveCatalog live, HttpRequest request, string org, string model)
    {
        var query = ComparisonQuery.From(request.Query);
        var (traffic, problems) = query.ReadTraffic();
        if (problems.Count > 0) return Problems.Bad(problems);
        if (Day(request, out var asked) is { } fault) return fault;
        var catalog = asked.Catalog;
        return catalog.Find($"{org}/{model}") switch
        {
            NameLookup.NotFound when asked.IsPast && live.Current.Find($"{org}/{model}") is NameLookup.Found => Problems.Bad([ComparisonQuery.NotKnownBy($"{org}/{model}", asked.Text!)]),
            NameLookup.Found found => FastJson.Ok(ModelPageView.Of(catalog, found.Model, traffic, asked.History)),
            var other => Problems.Names([($"{org}/{model}", other)]),
        };
    }

    private static IResult ProviderPage(HttpRequest request, string id)
    {
        var (traffic, problems) = ComparisonQuery.From(request.Query).ReadTraffic();
        if (problems.Count > 0) return Problems.Bad(problems);
        if (Day(request, out var asked) is { } fault) return fault;
        var catalog = asked.Catalog;
        return catalog.Providers.TryGetValue(id, out var provider)
            ? FastJson.Ok(ProviderPageView.Of(catalog, provider, traffic))
            : Problems.NotFound($"No provider is called '{id}'.", [.. catalog.Providers.Keys.Where(k => k.Contains(id, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(5)]);
    }

    /// <summary>Reads the day asked for; a result when it cannot be read.</summary>
    internal static IResult? Day(HttpRequest request, out AskedDay asked)
    {
        asked = AskedDay.Of(request.HttpContext);
        return asked.Problem is null ? null : Problems.Bad([asked.Problem]);
    }
}

using System.ComponentModel;
using Assay.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Catalog;

/// <summary>Models and providers over HTTP.</summary>
public static class CatalogApi
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Catalogue");
        api.MapGet("/models", List).WithName("ListModels").WithSummary("Lists models: search words, conditions, sorting, pages.")
            .Produces<ModelListView>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/models/{org}/{model}", One).WithName("GetModel").WithSummary("One model with every fact, offer and claim.")
            .Produces<ModelPageView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        app.MapGet("/models.json", List).ExcludeFromDescription();
        app.MapGet("/models/{org}/{model}.json", One).ExcludeFromDescription();
        app.MapGet("/providers/{id}.json", ProviderPage).ExcludeFromDescription();
        app.MapGet("/offers/of-no-model.json", (LiveCatalog live) => FastJson.Ok(OffersOfNoModelView.Of(live.Current))).ExcludeFromDescription();
    }

    private static IResult List(
        HttpRequest request,
        [Description("Words that must all occur in id, name, maker or an alias.")] string? q,
        [Description(ModelFilter.Help)] string? filter,
        [Description("One of " + ModelSearch.SortFields + "; with - in front the other way round.")] string? sort,
        [Description("From 1.")] int? page,
        [Description("1 to 10,000; 50 when not given.")] int? page_size,
        [Description("A day, month or year: the list as it would have been then.")] string? as_of)
    {
        if (Day(request, out var asked) is { } fault) return fault;
        var list = ModelSearch.Find(asked.Catalog, q, filter, sort, page ?? 1, page_size ?? 50, out var problem);
        return list is null ? Problems.Bad([problem!]) : TypedResults.Ok(list);
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

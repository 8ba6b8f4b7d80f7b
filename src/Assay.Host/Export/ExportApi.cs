using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Export;

/// <summary>What scripts of a copy of the site read in place of asking a server. The live site answers the same.</summary>
public static class ExportApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/names.json", (HttpRequest request) => CatalogApi.Day(request, out var asked) ?? TypedResults.Ok(NamesView.Of(asked.Catalog, Exported.Of(request.HttpContext))))
            .Twin<NamesView>("Names", "Every model by its names.").Takes(Parameters.PageDay).OfTheCatalogue();
        app.MapGet("/models/{org}/{model}/prices.json", (HttpRequest request, string org, string model) => CatalogApi.Day(request, out var asked) is { } fault ? fault
            : asked.Catalog.ById($"{org}/{model}") is { } found ? TypedResults.Ok(PriceSheetView.Of(found, asked.Day))
            : Problems.Names([($"{org}/{model}", asked.Catalog.Find($"{org}/{model}"))]))
            .Twin<PriceSheetView>("ModelPrices", "What a model's bill is made of at any traffic: the prices of its routes, exact.", missing: true).Takes(Parameters.Org, Parameters.Model, Parameters.PageDay).OfTheCatalogue();
    }
}

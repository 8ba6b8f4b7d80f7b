using Assay.Adapters.Images;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Drawing.Published;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Publishing.Cards;

/// <summary>Cards over HTTP: <c>/cards/{a}-vs-{b}</c>, <c>/cards/models/{org}/{model}</c> and <c>/cards/site</c>, as <c>.svg</c> and <c>.png</c>.</summary>
internal static class CardApi
{
    public static void Map(WebApplication app)
    {
        var cards = app.MapGroup("/cards").ExcludeFromDescription().OfTheCatalogue(Embeds.EmbedRules.KeptSeconds);
        foreach (var ending in (string[])["svg", "png"])
        {
            cards.MapGet($"/site.{ending}", (HttpRequest request, Comparer comparer) =>
                CatalogApi.Day(request, out var asked) is { } fault ? Task.FromResult(fault) : Answer(request, asked.Catalog, CardFacts.Of(StartView.Of(asked, comparer)), PublicAddress.SiteCard, ending));
            cards.MapGet($"/models/{{org}}/{{model}}.{ending}", (HttpRequest request, string org, string model) =>
                Asked.Model(request.HttpContext, $"{org}/{model}", request.Query, out var fault) is { } found ? Answer(request, found.Catalog, CardFacts.Of(found.View), PublicAddress.Card(found.Model), ending) : Task.FromResult(fault!.Result));
            cards.MapGet($"/{{pair}}.{ending}", (HttpRequest request, string pair) =>
                Asked.Comparison(request.HttpContext, pair, request.Query, out var fault) is { } found ? Answer(request, found.Catalog, CardFacts.Of(found.View), PublicAddress.Card(found.Models), ending) : Task.FromResult(fault!.Result));
        }
    }

    private static async Task<IResult> Answer(HttpRequest request, CatalogSnapshot catalog, Card card, string path, string ending)
    {
        if (Asked.IsElsewhere(request, $"{path}.{ending}")) return TypedResults.LocalRedirect($"~{path}.{ending}{request.QueryString}", permanent: true);
        var pictures = request.HttpContext.RequestServices.GetRequiredService<CardPictures>();
        if (ending == "svg") return TypedResults.Text(CardDrawing.Svg(card), "image/svg+xml; charset=utf-8");
        // Without the library the drawing says the same.
        if (!pictures.CanRaster) return TypedResults.LocalRedirect($"~{path}.svg{request.QueryString}");
        try
        {
            return TypedResults.Bytes(await pictures.Png(catalog, path + request.QueryString, card, request.HttpContext.RequestAborted), "image/png");
        }
        catch (ImageException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "No picture can be made");
        }
    }
}

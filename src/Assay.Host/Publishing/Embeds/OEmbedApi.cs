using System.Globalization;
using Assay.Drawing.Published;
using Assay.Host.Comparison;
using Assay.Host.Publishing.Cards;
using Assay.Host.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Assay.Host.Publishing.Embeds;

/// <summary><c>/oembed?url=</c>: what to show in place of a link to a comparison or a model.</summary>
internal static class OEmbedApi
{
    private const int Least = 100;

    /// <param name="page">The whole address of the page.</param>
    public static string Address(SiteUrl site, string page) => $"{site.Root}/oembed?format=json&url={Uri.EscapeDataString(page)}";

    public static void Map(WebApplication app) => app.MapGet("/oembed", Answer).ExcludeFromDescription().OfTheCatalogue(EmbedRules.KeptSeconds);

    private static IResult Answer(HttpContext context, CardPictures pictures, string? url, string? format, string? maxwidth, string? maxheight)
    {
        if (format is not (null or "" or "json")) return TypedResults.Problem($"The format '{format}' is not available: ask for format=json.", statusCode: StatusCodes.Status501NotImplemented, title: "Not available");
        if (string.IsNullOrEmpty(url)) return Problems.Bad(["No page is named: give the address of a comparison or of a model as url."]);
        if (Pixels("maxwidth", maxwidth, out var widest) is { } wrongWidth) return wrongWidth;
        if (Pixels("maxheight", maxheight, out var tallest) is { } wrongHeight) return wrongHeight;
        var site = SiteUrl.Of(context);
        if (site.Inside(url) is not { } page) return Problems.NotFound($"'{url}' is not a page of this site: its pages begin with {site.Root}/.", []);
        if (Of(context, site, page, out var card, out var fault) is not { } frame) return fault ?? Problems.NotFound($"'{url}' cannot be embedded: comparisons ({site.Root}/compare/…) and models ({site.Root}/models/…/…) can.", []);
        var (width, height) = (Math.Min(widest, Frame.Width), Math.Min(tallest, frame.Height));
        var thumbnail = widest >= Card.Width && tallest >= Card.Height;
        return TypedResults.Ok(new OEmbedView
        {
            ProviderUrl = site.To("/"), Title = frame.Title, CacheAge = EmbedRules.KeptSeconds, Width = width, Height = height, Html = frame.Html(width, height),
            ThumbnailUrl = thumbnail ? site.To(card + pictures.Ending) : null, ThumbnailWidth = thumbnail ? Card.Width : null, ThumbnailHeight = thumbnail ? Card.Height : null,
        });
    }

    private static Frame? Of(HttpContext context, SiteUrl site, Uri page, out string? card, out IResult? fault)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(page.Query));
        var kept = ComparisonQuery.From(query).ToQueryString();
        (card, fault) = (null, null);
        switch (page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["compare", var pair]:
                if (Asked.Comparison(context, pair, query, out var unclear) is { } compared)
                {
                    card = PublicAddress.Card(compared.Models);
                    return new(site.To(PublicAddress.Embed(compared.Models) + kept), compared.View.Title, compared.View.Scorecard.Count);
                }
                fault = unclear!.Result;
                return null;
            case ["models", var org, var name]:
                if (Asked.Model(context, Uri.UnescapeDataString($"{org}/{name}"), query, out var unknown) is { } found)
                {
                    card = PublicAddress.Card(found.Model);
                    return new(site.To(PublicAddress.Embed(found.Model) + kept), found.View.Model.Name, ModelEmbed.Rows(found.View).Count);
                }
                fault = unknown!.Result;
                return null;
            default:
                return null;
        }
    }

    private static IResult? Pixels(string name, string? text, out int pixels)
    {
        pixels = int.MaxValue;
        if (string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out pixels) && pixels >= Least)) return null;
        return Problems.Bad([$"{name} '{text}' is not a number of pixels: write {Least} or more, or leave it out."]);
    }
}

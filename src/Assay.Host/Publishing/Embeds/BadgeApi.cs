using Assay.Drawing.Published;
using Assay.Host.Web;

namespace Assay.Host.Publishing.Embeds;

/// <summary>Badges over HTTP: <c>/embed/badge/{a}-vs-{b}.svg</c> and <c>/embed/badge/models/{org}/{model}/{what}.svg</c>.</summary>
internal static class BadgeApi
{
    public static void Map(WebApplication app)
    {
        var badges = app.MapGroup("/embed/badge").ExcludeFromDescription().OfTheCatalogue(EmbedRules.KeptSeconds);
        badges.MapGet("/models/{org}/{model}/{what}.svg", (HttpContext context, string org, string model, string what) =>
        {
            if (Asked.Model(context, $"{org}/{model}", context.Request.Query, out var fault) is not { } found) return fault!.Result;
            if (BadgeFacts.Of(found.View, what, id => found.Catalog.Benchmarks.GetValueOrDefault(id)?.Name, Link(context, PublicAddress.Page(found.Model))) is not { } badge)
                return Problems.NotFound($"'{what}' is nothing that a badge can be of: write {string.Join(", ", BadgeFacts.Names)}, or the id of a benchmark.", []);
            var path = PublicAddress.Badge(found.Model, what);
            return Asked.IsElsewhere(context.Request, Uri.UnescapeDataString(path)) ? TypedResults.LocalRedirect($"~{path}{context.Request.QueryString}", permanent: true) : Answer(badge);
        });
        badges.MapGet("/{pair}.svg", (HttpContext context, string pair) =>
        {
            if (Asked.Comparison(context, pair, context.Request.Query, out var fault) is not { } found) return fault!.Result;
            var path = PublicAddress.Badge(found.Models);
            if (Asked.IsElsewhere(context.Request, path)) return TypedResults.LocalRedirect($"~{path}{context.Request.QueryString}", permanent: true);
            return Answer(BadgeFacts.Of(found.View, Link(context, PublicAddress.Page(found.Models))));
        });
    }

    /// <summary>The page that says the same, at the same traffic and day.</summary>
    private static string Link(HttpContext context, string page) => SiteUrl.Of(context).To(page + Comparison.ComparisonQuery.From(context.Request.Query).ToQueryString());

    private static IResult Answer(Badge badge) => TypedResults.Text(badge.Svg(), "image/svg+xml; charset=utf-8");
}

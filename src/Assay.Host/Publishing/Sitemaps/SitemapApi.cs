using Assay.Host.Catalog;
using Assay.Host.Export;
using Assay.Host.Web;

namespace Assay.Host.Publishing.Sitemaps;

/// <summary><c>/sitemap.xml</c>, its files, and <c>/robots.txt</c>.</summary>
internal static class SitemapApi
{
    /// <summary>
    /// What is somebody's own is not asked for, nor one page at many traffics and filters; styles and scripts are, or pages cannot be drawn. The longest rule that
    /// fits an address counts (RFC 9309).
    /// </summary>
    private const string Robots = """
        User-agent: *
        Allow: /site.css?v=
        Allow: /js/
        Allow: /arena/leaderboard
        Disallow: /*?
        Disallow: /api/
        Disallow: /arena/
        Disallow: /evals
        Disallow: /playground/

        """;

    public static void Map(WebApplication app)
    {
        var maps = app.MapGroup("").ExcludeFromDescription().OfTheCatalogue(streams: true);
        maps.MapGet("/sitemap.xml", (HttpContext context) =>
            Parts(context) is var parts && parts.InOne ? SitemapXml.Urls(parts.All(), SiteUrl.Of(context)) : SitemapXml.Index(parts.Files(), SiteUrl.Of(context)));
        maps.MapGet("/sitemaps/pages.xml", (HttpContext context) => SitemapXml.Urls(Parts(context).Pages(), SiteUrl.Of(context)));
        maps.MapGet("/sitemaps/models.xml", (HttpContext context) => SitemapXml.Urls(Parts(context).Models(), SiteUrl.Of(context)));
        maps.MapGet("/sitemaps/pairs-{number:long}.xml", (HttpContext context, long number) =>
            Parts(context) is var parts && number >= 1 && number <= parts.PairFiles ? SitemapXml.Urls(parts.Pairs(number), SiteUrl.Of(context))
                : Problems.NotFound($"There is no file {number} of pairs: they are numbered from 1 to {parts.PairFiles}.", []));
        maps.MapGet("/robots.txt", (HttpContext context) => TypedResults.Text($"{Robots.ReplaceLineEndings("\n")}Sitemap: {SiteUrl.Of(context).To("/sitemap.xml")}\n", "text/plain; charset=utf-8"));
    }

    private static SitemapParts Parts(HttpContext context)
    {
        var live = context.RequestServices.GetRequiredService<LiveCatalog>();
        return new(live.Current, live.Claims, Exported.Of(context)?.Pairs);
    }
}

using System.Text;

namespace Assay.Host.Publishing.Sitemaps;

/// <summary>Writes sitemaps, a piece at a time: a file of fifty thousand addresses is never whole in memory.</summary>
internal static class SitemapXml
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9", Type = "application/xml; charset=utf-8", Start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /// <summary>Characters before they are sent.</summary>
    private const int Piece = 32_000;

    /// <summary>The files.</summary>
    public static IResult Index(IEnumerable<string> files, SiteUrl site) => new Streamed("sitemapindex", "sitemap", files.Select(f => new SitemapEntry(f, null)), site);

    /// <summary>The addresses of one file.</summary>
    public static IResult Urls(IEnumerable<SitemapEntry> entries, SiteUrl site) => new Streamed("urlset", "url", entries, site);

    private sealed class Streamed(string root, string element, IEnumerable<SitemapEntry> entries, SiteUrl site) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = Type;
            var text = new StringBuilder(Piece + 4096).Append(Start).Append($"<{root} xmlns=\"{Namespace}\">\n");
            foreach (var entry in entries)
            {
                text.Append($"<{element}><loc>").Append(Location(site.To(entry.Path))).Append("</loc>");
                if (entry.Changed is { } day) text.Append($"<lastmod>{day:yyyy-MM-dd}</lastmod>");
                text.Append($"</{element}>\n");
                if (text.Length >= Piece) await Send(httpContext, text);
            }
            text.Append($"</{root}>\n");
            await Send(httpContext, text);
        }

        private static async Task Send(HttpContext context, StringBuilder text)
        {
            await context.Response.WriteAsync(text.ToString(), context.RequestAborted);
            text.Clear();
        }
    }

    /// <summary>As an address is written: what a path cannot hold by its code, and what XML cannot by its name.</summary>
    private static string Location(string address) => new Uri(address).AbsoluteUri.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);
}

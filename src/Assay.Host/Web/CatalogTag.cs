using System.Security.Cryptography;
using System.Text;
using Assay.Host.Catalog;
using Microsoft.Net.Http.Headers;

namespace Assay.Host.Web;

/// <summary>
/// Strong tags of the routes that are marked as pure functions of catalogue and address: pages, twins, API. Who has seen it gets 304 before anything is
/// worked out. Errors have no tag; feeds have their own, of their bytes.
/// </summary>
public static class CatalogTag
{
    public static Task Answer(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || OfTheCatalogue(context) is not { } kind) return next(context);
        var (version, since) = context.RequestServices.GetRequiredService<LiveCatalog>().Identity;
        var tag = new EntityTagHeaderValue(Of(version, since, $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}", request.Headers.AcceptEncoding.ToString()));
        if (request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            Mark(context.Response, tag, kind);
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            return Task.CompletedTask;
        }
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode is StatusCodes.Status200OK) Mark(context.Response, tag, kind);
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <param name="version">Of the store.</param>
    /// <param name="since">When the catalogue became what it is: ages in days are told, and another store may have the same version after a restart.</param>
    /// <param name="address">Whole, for pages name their own.</param>
    /// <param name="encodings">Those asked for: other bytes need another strong tag.</param>
    public static string Of(long version, DateTimeOffset since, string address, string encodings) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{version} {since.UtcTicks} {encodings} {address}")))[..32]}\"";

    /// <summary>The mark of a route whose answer is a pure function of catalogue and address; null for any other. Known once the route is.</summary>
    public static OfTheCatalogueAttribute? OfTheCatalogue(HttpContext context) =>
        // The watch list is read from the settings.
        context.Request.Query.ContainsKey("watch") ? null : context.GetEndpoint()?.Metadata.GetMetadata<OfTheCatalogueAttribute>();

    private static void Mark(HttpResponse response, EntityTagHeaderValue tag, OfTheCatalogueAttribute kind)
    {
        if (response.Headers.ETag.Count > 0 || response.Headers.CacheControl.Count > 0) return;
        response.Headers.ETag = tag.ToString();
        // Kept, and asked about each time; what stands on pages of others, after a while.
        response.Headers.CacheControl = kind.KeptSeconds == 0 ? "no-cache" : $"public, max-age={kind.KeptSeconds}";
    }
}

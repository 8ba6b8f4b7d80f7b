namespace Assay.Host.Web;

/// <summary>
/// Pages of other sites may read what is made of the catalogue alone, and the description of the API: public facts, the same for everyone, without credentials.
/// Turns, votes, runs, settings and the watch list are the user's own, and any page that a browser shows could reach a site on the same machine; nothing of them is let out, and
/// nothing can be written.
/// </summary>
internal static class OpenReads
{
    private const string Asked = "Access-Control-Request-Method", Any = "*", KeptFor = "86400";

    private static readonly object Preflight = new();

    /// <summary>Before routing: a browser that asks whether it may GET is put on the route that would answer.</summary>
    public static async Task Before(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var wanted = request.Headers[Asked].ToString();
        if (!HttpMethods.IsOptions(request.Method) || !(HttpMethods.IsGet(wanted) || HttpMethods.IsHead(wanted)))
        {
            await next(context);
            return;
        }
        context.Items[Preflight] = true;
        request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            request.Method = HttpMethods.Options;
        }
    }

    /// <summary>After routing: the leave, where the route gives it.</summary>
    public static Task Answer(HttpContext context, RequestDelegate next)
    {
        var asks = context.Items.ContainsKey(Preflight);
        if (HttpMethods.IsGet(context.Request.Method) && IsOpen(context))
        {
            var headers = context.Response.Headers;
            (headers.AccessControlAllowOrigin, headers.AccessControlExposeHeaders) = (Any, "ETag, Link");
            if (asks) (headers.AccessControlAllowMethods, headers.AccessControlAllowHeaders, headers.AccessControlMaxAge) = ("GET, HEAD", "If-None-Match, Accept", KeptFor);
        }
        if (!asks) return next(context);
        // Without the leave in its headers, an answer is a no.
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext context) => CatalogTag.OfTheCatalogue(context) is not null;
}

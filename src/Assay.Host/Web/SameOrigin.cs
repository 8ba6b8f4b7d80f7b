namespace Assay.Host.Web;

/// <summary>
/// Refuses what another site's page sends in a visitor's name. Browsers say where a request comes from (Origin, Sec-Fetch-Site); programs say neither
/// and are let through, for no page can make them send anything.
/// </summary>
internal static class SameOrigin
{
    /// <summary>Null where the request may change something; else why not.</summary>
    public static string? Objection(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return null;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return $"This came from a page of '{origin}', and only pages of '{request.Scheme}://{request.Host}' may change something here. Open Assay's own page and do it there.";
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site is "cross-site" or "same-site" ? "This came from a page of another site, which may not change anything here. Open Assay's own page and do it there." : null;
    }

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (Objection(context.Request) is not { } why)
        {
            await next(context);
            return;
        }
        await TypedResults.Problem(why, statusCode: StatusCodes.Status403Forbidden, title: "From another site").ExecuteAsync(context);
    }
}

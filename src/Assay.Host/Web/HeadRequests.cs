namespace Assay.Host.Web;

/// <summary>
/// HEAD wherever GET is: the same status and headers, and no body. Streams of events are left out, for they have no end to ask about.
/// </summary>
internal static class HeadRequests
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsHead(request.Method) || request.Path.Value?.EndsWith("/events", StringComparison.Ordinal) == true)
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        (request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            (request.Method, context.Response.Body) = (HttpMethods.Head, body);
        }
    }
}

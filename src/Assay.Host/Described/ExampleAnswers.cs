using System.Text.Json.Nodes;

namespace Assay.Host.Described;

/// <summary>Asks a route of this site, by its name and without a network, and takes its answer.</summary>
internal sealed class ExampleAnswers(EndpointDataSource routes, IServiceScopeFactory scopes)
{
    /// <summary>Null where the answer is a fault: a catalogue without the thing of the example.</summary>
    public async Task<JsonNode?> Of(string name, string address, CancellationToken cancellationToken)
    {
        var route = routes.Endpoints.OfType<RouteEndpoint>().First(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (address, "") : (address[..at], address[at..]);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (HttpMethods.Get, "http", new("localhost"));
        (context.Request.Path, context.Request.QueryString) = (Uri.UnescapeDataString(path), new(query));
        var values = new RouteValueDictionary();
        if (!new Microsoft.AspNetCore.Routing.Template.TemplateMatcher(new(route.RoutePattern), []).TryMatch(context.Request.Path, values)) return null;
        context.Request.RouteValues = values;
        context.Response.Body = body;
        context.SetEndpoint(route);
        await route.RequestDelegate!(context);
        await context.Response.CompleteAsync();
        return context.Response.StatusCode is StatusCodes.Status200OK ? JsonNode.Parse(body.ToArray()) : null;
    }
}

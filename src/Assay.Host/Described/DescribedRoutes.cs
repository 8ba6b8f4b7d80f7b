using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Host.Described;

/// <summary>What a route says of its parameters, on the route.</summary>
internal sealed record TakenParameters(IReadOnlyList<Parameter> All);

/// <summary>A body that a route takes, as an example of its type.</summary>
internal sealed record SentExample(string MediaType, JsonNode Body);

/// <summary>Forms of an answer beside the one whose type is told.</summary>
internal sealed record AnswerForms(IReadOnlyList<string> MediaTypes);

/// <summary>What routes say of themselves for the description of the API.</summary>
internal static class DescribedRoutes
{
    /// <summary>The tag of the pages' JSON twins.</summary>
    public const string Twins = "Pages as JSON";

    /// <summary>The parameters of a route, also those that it reads from the query by itself; in this order.</summary>
    public static T Takes<T>(this T route, params IEnumerable<Parameter> parameters) where T : IEndpointConventionBuilder => route.WithMetadata(new TakenParameters([.. parameters]));

    /// <summary>A body to send, from the type that reads it: what it leaves out is left out.</summary>
    public static RouteHandlerBuilder Sends<T>(this RouteHandlerBuilder route, T body, JsonTypeInfo<T> type)
    {
        var node = JsonSerializer.SerializeToNode(body, type)!.AsObject();
        foreach (var (name, value) in node.ToArray())
            if (value is null || value.GetValueKind() is JsonValueKind.False) node.Remove(name);
        return route.WithMetadata(new SentExample("application/json", node));
    }

    public static RouteHandlerBuilder SendsText(this RouteHandlerBuilder route, string mediaType, string body) => route.WithMetadata(new SentExample(mediaType, JsonValue.Create(body)));

    /// <summary>A page's twin: the same record as JSON.</summary>
    /// <param name="missing">Whether what its address names may not be there.</param>
    /// <param name="refuses">Whether a question can be one that it does not understand.</param>
    public static RouteHandlerBuilder Twin<T>(this RouteHandlerBuilder route, string name, string summary, bool missing = false, bool refuses = true)
    {
        route.WithTags(Twins).WithName(name).WithSummary(summary).Produces<T>();
        if (refuses) route.ProducesProblem(StatusCodes.Status400BadRequest);
        if (missing) route.ProducesProblem(StatusCodes.Status404NotFound);
        return route;
    }

    /// <summary>Files that it answers with, by their media types.</summary>
    public static RouteHandlerBuilder AnswersAs(this RouteHandlerBuilder route, params IEnumerable<string> mediaTypes) => route.WithMetadata(new AnswerForms([.. mediaTypes.Distinct(StringComparer.Ordinal)]));

    /// <summary>A stream of server-sent events.</summary>
    public static RouteHandlerBuilder ProducesEvents(this RouteHandlerBuilder route) => route.Produces<string>(StatusCodes.Status200OK, "text/event-stream");
}

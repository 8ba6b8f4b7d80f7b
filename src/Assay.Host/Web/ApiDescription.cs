using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assay.Host.Web;

/// <summary>What the description of the API says beyond what its routes say of themselves.</summary>
internal static class ApiDescription
{
    private const string Promise = "Sourced facts of AI models: search, compare, cost, changes, conflicts; and the user's own turns, battles and runs. Unknown is never no, zero or free. "
        + "Within v1 fields, routes, parameters and words of a list may be added; none is taken away, renamed or given another meaning (docs/api.md). Errors are problem details (RFC 9457).";

    public static void Set(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(Document);
        options.AddOperationTransformer(Operation);
        options.AddSchemaTransformer(Schema);
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "Assay", Version = "v1", Description = Promise, License = new() { Name = "MIT" } };
        // Relative, so that the description holds under whatever name the site is reached.
        document.Servers = [new() { Url = "/" }];
        return Task.CompletedTask;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OfTheCatalogueAttribute>().Any())
            operation.Responses.TryAdd("304", new OpenApiResponse { Description = "Not modified: If-None-Match holds the ETag of the answer as it is." });
        if (context.Description.HttpMethod is not ("GET" or null)) operation.Responses.TryAdd("403", new OpenApiResponse { Description = "A page of another site sent it (problem details)." });
        return Task.CompletedTask;
    }

    /// <summary>Numbers are written as numbers; that texts of digits are read as well is leniency, and no part of what is promised.</summary>
    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Number) || type.HasFlag(JsonSchemaType.Integer)))
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property && NullableItems.Are(property) && schema.Items is OpenApiSchema items) items.Type |= JsonSchemaType.Null;
        return Task.CompletedTask;
    }
}

using System.Reflection;
using System.Text.Json.Serialization;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>What the description of the API says beyond what the types and names of its routes say.</summary>
internal static class ApiDescription
{
    /// <summary>Of the document.</summary>
    public const string Name = "v1";

    private const string Json = "application/json", Problem = "application/problem+json", Event = "text/event-stream";

    private const string Promise = "Sourced facts of AI models: search, compare, cost, changes, conflicts; and the user's own turns, battles and runs. Unknown is never no, zero or free. "
        + "Within v1 fields, routes, parameters and words of a list may be added; none is taken away, renamed or given another meaning (docs/api.md). Errors are problem details (RFC 9457).";

    /// <summary>The groups, in the order of a reader: what is everyone's, then what is the user's own.</summary>
    private static readonly (string Name, string Means)[] Groups =
    [
        ("Catalogue", "Models, and where sources disagree on them."), ("Comparison", "Two to six models at a traffic profile."), ("Benchmarks", "Results, by the way they were measured."),
        ("History", "What sources changed, and what ends."), ("Sources", "Where the facts come from."), (DescribedRoutes.Twins, "Every page that shows data, as the same record: its address with .json behind its path."),
        ("Playground", "One task to several models at once: the user's own turns."), ("Arena", "Two models without their names, votes and ratings."), ("Evals", "Runs of suites, their samples and scores."),
    ];

    public static void Set(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(Document);
        options.AddOperationTransformer(Operation);
        options.AddSchemaTransformer(Schema);
    }

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "Assay", Version = Name, Description = Promise, License = new() { Name = "MIT" } };
        // Relative, so that the description holds under whatever name the site is reached.
        document.Servers = [new() { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag>(Groups.Select(g => new OpenApiTag { Name = g.Name, Description = g.Means }));
        if (document.Components?.Schemas?.TryGetValue(nameof(ProblemDetails), out var problem) == true && problem is OpenApiSchema details) Extend(details);
        return Task.CompletedTask;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var about = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters = [.. Take(operation.Parameters ?? [], about.OfType<TakenParameters>().SelectMany(t => t.All).ToArray())];
        foreach (var sent in about.OfType<SentExample>())
            if (operation.RequestBody?.Content?.TryGetValue(sent.MediaType, out var body) == true) body.Example = sent.Body.DeepClone();
        var answers = operation.Responses ??= [];
        if (about.OfType<OfTheCatalogueAttribute>().Any())
        {
            answers.TryAdd("304", new OpenApiResponse { Description = "Not modified: If-None-Match holds the ETag of the answer as it is." });
            Header(answers, "ETag", "Of the catalogue, the day and the whole address: send it as If-None-Match to be answered 304 while it holds.");
        }
        if (operation.Parameters.Any(p => p.Name == Parameters.Page.Name)) Header(answers, "Link", "The pages before and after: rel=\"prev\", rel=\"next\" (RFC 8288).");
        if (operation.OperationId is "StartTurn" or "StartBattle" or "StartRun") Header(answers, "Location", "Where what was started can be asked for.");
        foreach (var form in about.OfType<AnswerForms>().SelectMany(f => f.MediaTypes)) Form(answers, form);
        void Fault(string status, string means) => answers.TryAdd(status, new OpenApiResponse
        {
            Description = means, Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) } },
        });
        if (context.Description.HttpMethod is not ("GET" or null)) Fault("403", "A page of another site sent it.");
        if (operation.RequestBody is not null)
        {
            Fault("413", "The body is too large.");
            Fault("415", "The body is of another type.");
        }
        if (operation.Parameters.Any(p => p.In is ParameterLocation.Path)) Fault("404", "Nothing has this name.");
        Fault("default", "Any other fault.");
        foreach (var (status, answer) in answers)
            if (answer is OpenApiResponse { Description: null or "" or "OK" or "Bad Request" or "Not Found" } plain) plain.Description = Words(status);
        // A turn or a battle is told as it comes unless JSON alone is accepted.
        if (operation.OperationId is "StartTurn" or "StartBattle") Form(answers, Event);
        return Task.CompletedTask;
    }

    private static string Words(string status) => status switch
    {
        "400" => "The request cannot be understood: problems has a sentence for each fault.",
        "404" => "Nothing has this name: nearest lists ids that are near.",
        _ => "Done.",
    };

    /// <summary>What routes say of their parameters, in place of what is read off their code, and in their order.</summary>
    private static IEnumerable<IOpenApiParameter> Take(IList<IOpenApiParameter> read, IReadOnlyList<Parameter> told)
    {
        var inPath = read.Where(p => p.In is ParameterLocation.Path).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in told.OrderByDescending(p => inPath.Contains(p.Name))) yield return parameter.Of(inPath.Contains(parameter.Name) ? ParameterLocation.Path : ParameterLocation.Query);
        // A route that tells its parameters tells all of them: another spelling of one that its code reads is none of its own.
        foreach (var other in read.Where(p => told.All(t => t.Name != p.Name) && (told.Count == 0 || p.In is ParameterLocation.Path))) yield return other;
    }

    private static void Form(OpenApiResponses answers, string mediaType)
    {
        answers.TryAdd("200", new OpenApiResponse { Description = Words("200") });
        if (answers["200"] is OpenApiResponse done)
            (done.Content ??= new Dictionary<string, OpenApiMediaType>()).TryAdd(mediaType, new() { Schema = new OpenApiSchema { Type = mediaType == Json ? JsonSchemaType.Object : JsonSchemaType.String } });
    }

    private static void Header(OpenApiResponses answers, string name, string means)
    {
        foreach (var (status, answer) in answers)
            if (status[0] == '2' && answer is OpenApiResponse done) (done.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = new OpenApiHeader { Description = means, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    /// <summary>What ours say beyond the standard's.</summary>
    private static void Extend(OpenApiSchema details)
    {
        static OpenApiSchema Texts(string means) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = means };
        details.Properties ??= new Dictionary<string, IOpenApiSchema>();
        details.Properties.TryAdd("problems", Texts("Every fault of the request: the value, what is allowed, the fix."));
        details.Properties.TryAdd("nearest", Texts("Ids near a name that nothing has."));
    }

    private static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Numbers are written as numbers; that texts of digits are read as well is leniency, and no part of what is promised.
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Number) || type.HasFlag(JsonSchemaType.Integer)))
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        // What is left out where there is nothing to say is not required, also where its record must be given it.
        foreach (var field in context.JsonTypeInfo.Properties)
            if (field.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault }]) schema.Required?.Remove(field.Name);
        if (context.JsonPropertyInfo?.AttributeProvider is not PropertyInfo property) return Task.CompletedTask;
        if (NullableItems.Are(property) && schema.Items is OpenApiSchema items) items.Type |= JsonSchemaType.Null;
        FieldLimits.On(property, schema);
        return Task.CompletedTask;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Catalog;
using Assay.Host.Catalog;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>
/// The description of the API with real answers as examples, made once for a catalogue and a day and kept: it takes a second to make, and who asks again gets the same bytes. Thread-safe.
/// </summary>
/// <param name="described">Reads the routes.</param>
/// <param name="live">Whose answers are shown.</param>
/// <param name="answers">Asks the routes.</param>
internal sealed class ApiDocument([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider described, LiveCatalog live, ExampleAnswers answers) : IDisposable
{
    public const string Address = "/openapi/v1.json";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SemaphoreSlim one = new(1);
    private volatile Made? made;

    /// <summary>The document and its bytes. Nobody changes either.</summary>
    internal sealed record Made(CatalogSnapshot Catalog, OpenApiDocument Document, byte[] Json);

    public async Task<Made> Current(CancellationToken cancellationToken)
    {
        var catalog = live.Current;
        if (made is { } kept && ReferenceEquals(kept.Catalog, catalog)) return kept;
        await one.WaitAsync(cancellationToken);
        try
        {
            if (made is { } now && ReferenceEquals(now.Catalog, catalog)) return now;
            return made = await Make(catalog, cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Made> Make(CatalogSnapshot catalog, CancellationToken cancellationToken)
    {
        var document = await described.GetOpenApiDocumentAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
        // Answers are put into it afterwards: the document's own writer leaves control characters as they are, and a name of the catalogue may hold some.
        var written = JsonNode.Parse(bytes.ToArray())!;
        foreach (var (path, item) in document.Paths)
        {
            // What is the user's own is in nobody's description.
            if (item.Operations is null || !item.Operations.TryGetValue(HttpMethod.Get, out var get) || get.Responses is not { } responses || !responses.ContainsKey("304")) continue;
            if (responses["200"].Content is { } content && content.TryGetValue("application/json", out var answer) && await answers.Of(get.OperationId!, AddressOf(path, get), cancellationToken) is { } example)
            {
                answer.Example = ShortAnswer.Of(example, answer.Schema);
                written["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["example"] = answer.Example?.DeepClone();
            }
        }
        return new(catalog, document, Encoding.UTF8.GetBytes(written.ToJsonString(Plain)));
    }

    /// <summary>The address that its own examples make: what stands in the path, what must be given, and what is marked to stand in it.</summary>
    public static string AddressOf(string path, OpenApiOperation operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation.Parameters ?? [])
        {
            if (parameter.In is ParameterLocation.Path) path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Texts(parameter.Example).First()), StringComparison.Ordinal);
            else if (parameter.Required || parameter.Extensions?.ContainsKey(Parameter.InExample) == true) query.AddRange(Texts(parameter.Example).Select(t => $"{parameter.Name}={Readable(Uri.EscapeDataString(t))}"));
        }
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>Values of an example as an address has them.</summary>
    private static IEnumerable<string> Texts(JsonNode? example) => example switch
    {
        JsonArray all => all.SelectMany(Texts),
        JsonValue value => [value.TryGetValue<string>(out var text) ? text : value.ToJsonString()],
        _ => [],
    };

    // Commas and slashes mean nothing of their own in a query.
    private static string Readable(string escaped) => escaped.Replace("%2C", ",", true, CultureInfo.InvariantCulture).Replace("%2F", "/", true, CultureInfo.InvariantCulture);

    public void Dispose() => one.Dispose();
}

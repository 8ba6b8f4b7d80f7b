using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>One route and method, with an example that works.</summary>
public sealed record ApiOperationView
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }, Indented = new(Plain) { WriteIndented = true };

    public required string Id { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public required string Summary { get; init; }
    public required IReadOnlyList<ApiParameterView> Parameters { get; init; }

    /// <summary>What is sent; null where nothing is.</summary>
    public required ApiBodyView? Body { get; init; }

    public required IReadOnlyList<ApiAnswerView> Answers { get; init; }

    /// <summary>A command for a shell.</summary>
    public required string Curl { get; init; }

    /// <summary>The example's address, where anybody may open it in a browser; null where it is the user's own, changes something, or this catalogue has nothing of that name.</summary>
    public required string? Opens { get; init; }

    /// <summary>A real answer to the example, of each list its first thing; null where the answer is the user's own.</summary>
    public required string? Example { get; init; }

    internal static ApiOperationView Of(string path, HttpMethod method, OpenApiOperation operation, string site)
    {
        var address = ApiDocument.AddressOf(path, operation);
        var answers = operation.Responses ?? [];
        var example = answers.Values.SelectMany(a => a.Content?.Values ?? []).FirstOrDefault(c => c.Example is not null)?.Example;
        var body = operation.RequestBody is { Content: { Count: > 0 } content } sent
            ? new ApiBodyView([.. content.Keys], content.Values.First().Schema is { } schema ? ApiType.Of(schema) : null, sent.Required, content.Where(c => c.Value.Example is not null).Select(c => (c.Key, Text(c.Value.Example!))).FirstOrDefault()) : null;
        return new()
        {
            Id = operation.OperationId ?? $"{method} {path}", Method = method.Method, Path = path, Summary = operation.Summary ?? "", Body = body,
            Parameters = [.. (operation.Parameters ?? []).Select(p => new ApiParameterView(p.Name!, p.In is ParameterLocation.Path, ApiType.Of(p.Schema!), p.Required, p.Schema!.Default is { } otherwise ? ApiType.Plain(otherwise) : null, p.Description, Shown(p.Example)))],
            Answers = [.. answers.Select(a => new ApiAnswerView(a.Key, a.Value.Description ?? "", [.. a.Value.Content?.Keys ?? []], a.Value.Content?.Values.FirstOrDefault()?.Schema is { } form && a.Key[0] == '2' ? ApiType.Of(form) : null))],
            Curl = CurlOf(method, site + address, body), Opens = example is null ? null : address,
            Example = example?.ToJsonString(Indented),
        };
    }

    private static string CurlOf(HttpMethod method, string address, ApiBodyView? body)
    {
        var how = method == HttpMethod.Get ? "" : $"-X {method.Method} ";
        var sent = body is { Example: { Body: { } text } example } ? $"-H {Quoted($"Content-Type: {example.MediaType}")} --data-binary {Quoted(text)} " : "";
        return $"curl {how}{sent}{Quoted(address)}";
    }

    /// <summary>As a shell takes it word for word.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Text(JsonNode node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString(Plain);

    private static string Shown(JsonNode? example) => example is JsonArray all ? string.Join(", ", all.Select(ApiType.Plain)) : ApiType.Plain(example);
}

/// <param name="InPath">Else in the query.</param>
/// <param name="Default">What stands in where it is left out; null where nothing does.</param>
public sealed record ApiParameterView(string Name, bool InPath, ApiType Type, bool Required, string? Default, string? Words, string Example);

/// <param name="Example">Null where there is none.</param>
public sealed record ApiBodyView(IReadOnlyList<string> MediaTypes, ApiType? Type, bool Required, (string? MediaType, string? Body) Example);

/// <param name="Status">A number, or <c>default</c> for all others.</param>
public sealed record ApiAnswerView(string Status, string Words, IReadOnlyList<string> MediaTypes, ApiType? Type);

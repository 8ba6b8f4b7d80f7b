using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>The description of the API for people: read off the document, never a second list.</summary>
public sealed record ApiPageView
{
    public required string Title { get; init; }
    public required string Words { get; init; }
    public required string Address { get; init; }
    public required IReadOnlyList<ApiGroupView> Groups { get; init; }
    public required IReadOnlyList<ApiSchemaView> Schemas { get; init; }

    public int Operations => Groups.Sum(g => g.Operations.Count);

    internal static ApiPageView Of(OpenApiDocument document, string site)
    {
        var operations = document.Paths.SelectMany(p => (p.Value.Operations ?? []).Select(o => (Path: p.Key, Method: o.Key, o.Value))).ToArray();
        return new()
        {
            Title = document.Info.Title ?? "API", Words = document.Info.Description ?? "", Address = ApiDocument.Address,
            Groups = [.. (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => new ApiGroupView(tag.Name!, tag.Description ?? "", [.. operations.Where(o => o.Value.Tags?.Any(t => t.Name == tag.Name) == true).OrderBy(o => o.Path, StringComparer.Ordinal)
                .Select(o => ApiOperationView.Of(o.Path, o.Method, o.Value, site))])).Where(g => g.Operations.Count > 0)],
            Schemas = [.. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => ApiSchemaView.Of(s.Key, s.Value))],
        };
    }
}

/// <summary>Operations of one tag.</summary>
public sealed record ApiGroupView(string Name, string Words, IReadOnlyList<ApiOperationView> Operations)
{
    /// <summary>Names it in addresses of this page.</summary>
    public string Id => "group-" + Name.ToLowerInvariant().Replace(' ', '-');
}

/// <summary>A schema and its fields.</summary>
public sealed record ApiSchemaView(string Name, string? Words, IReadOnlyList<ApiFieldView> Fields)
{
    internal static ApiSchemaView Of(string name, IOpenApiSchema schema) =>
        new(name, schema.Description, [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p => new ApiFieldView(p.Key, ApiType.Of(p.Value), schema.Required?.Contains(p.Key) == true, p.Value.Description))]);
}

/// <param name="Always">Whether it is in every answer.</param>
public sealed record ApiFieldView(string Name, ApiType Type, bool Always, string? Words);

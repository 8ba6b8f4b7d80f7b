using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Evaluation.Schemas;
using Shouldly;

namespace Assay.Tests.Described;

/// <summary>One operation of the description.</summary>
internal sealed record DescribedOperation(string Path, string Method, JsonObject It)
{
    public string Name => It["operationId"]!.GetValue<string>();
    public IEnumerable<JsonObject> Parameters => (It["parameters"]?.AsArray() ?? []).Select(p => p!.AsObject());

    /// <summary>A pure function of the catalogue.</summary>
    public bool OfTheCatalogue => It["responses"]!["304"] is not null;

    public static string NameOf(JsonObject parameter) => parameter["name"]!.GetValue<string>();
    public static bool InPath(JsonObject parameter) => parameter["in"]!.GetValue<string>() == "path";

    /// <summary>The address of its example.</summary>
    /// <param name="value">The value of a parameter in place of its example's; null for the example's.</param>
    /// <param name="with">Another parameter to be given.</param>
    public string Address(Func<string, string?> value, string? with = null)
    {
        var (path, query) = (Path, new List<string>());
        foreach (var parameter in Parameters)
        {
            var name = NameOf(parameter);
            string[] values = value(name) is { } other ? [other] : parameter["example"] is JsonArray all ? [.. all.Select(v => v!.GetValue<string>())] : [parameter["example"]!.ToString()];
            if (InPath(parameter)) path = path.Replace($"{{{name}}}", Uri.EscapeDataString(values[0]), StringComparison.Ordinal);
            else if (name == with || parameter["required"]?.GetValue<bool>() == true || parameter["x-in-example"] is not null) query.AddRange(values.Select(v => $"{name}={Uri.EscapeDataString(v)}"));
        }
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}

/// <summary>The description of a site's API, and what its schemas say of an answer.</summary>
internal sealed class DescribedApi(JsonNode document)
{
    private readonly JsonObject parts = Checkable(document["components"]!["schemas"]!.DeepClone()).AsObject();

    public JsonNode Document => document;

    public IReadOnlyList<DescribedOperation> Operations { get; } =
        [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => new DescribedOperation(p.Key, o.Key, o.Value!.AsObject())))];

    public DescribedOperation One(string name) => Operations.Single(o => o.Name == name);

    /// <summary>What in a value is against a schema of the document; null where nothing is.</summary>
    public string? Fault(JsonNode? described, JsonNode? value)
    {
        var whole = Checkable(described!.DeepClone()).AsObject();
        whole["$defs"] = parts.DeepClone();
        var schema = JsonSchema.Read(whole.ToJsonString(), out var why);
        why.ShouldBeNull();
        using var json = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        return schema!.Fault(json.RootElement);
    }

    /// <summary>What in an answer is against what the operation says of it; null where nothing is.</summary>
    public async Task<string?> Fault(DescribedOperation operation, HttpResponseMessage reply)
    {
        var status = ((int)reply.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (operation.It["responses"]![status] is not { } described) return $"{status} is not described: {(await reply.Content.ReadAsStringAsync())[..Math.Min(300, (int)(reply.Content.Headers.ContentLength ?? 0))]}";
        if (described["content"] is not JsonObject content) return reply.Content.Headers.ContentType is null ? null : $"{status} has a body of {reply.Content.Headers.ContentType}, and none is described.";
        var type = reply.Content.Headers.ContentType?.MediaType ?? "";
        if (content[type] is not { } form) return $"{status} is '{type}'; described are {string.Join(", ", content.Select(c => c.Key))}.";
        return type is "application/json" or "application/problem+json" && form["schema"]!["type"]?.ToString() != "string" ? Fault(form["schema"], JsonNode.Parse(await reply.Content.ReadAsStringAsync())) : null;
    }

    /// <summary>As our checker reads it: references into <c>$defs</c>, and without words that say nothing of the form.</summary>
    private static JsonNode Checkable(JsonNode node)
    {
        if (node is JsonArray all)
            foreach (var one in all.OfType<JsonNode>()) Checkable(one);
        if (node is not JsonObject thing) return node;
        foreach (var (name, value) in thing.ToArray())
        {
            if (name == "$ref") thing[name] = value!.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
            else if (name is "format" or "example" && value is JsonValue) thing.Remove(name);
            else if (value is not null && name is not ("enum" or "default")) Checkable(value);
        }
        return node;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>
/// The canonical models, and what an entry takes over from the one it names: an entry with <c>base_model</c> says all its base says,
/// except what it says itself, and except what <c>base_model_omit</c> lists in dotted paths (<c>limit.input</c>).
/// </summary>
internal sealed class BaseModels
{
    // Said of the canonical model only, never of an offer.
    private static readonly string[] OfTheModel = ["id", "benchmarks", "weights", "license", "links", "last_updated", "base_model", "base_model_omit"];

    // Real ones lead over two; each entry goes its way alone, so thousands of long ways would take for ever.
    private const int MostBases = 10;

    private readonly Dictionary<string, JsonElement> models = new(StringComparer.Ordinal);

    public void Add(string id, JsonElement model) => models.Add(id, model);

    /// <summary>The element with everything it takes over, and which fields those are; as it is when it names no base.</summary>
    /// <param name="own">The entry.</param>
    /// <param name="fault">Set when a base is missing or a circle; the element is then as it is.</param>
    /// <param name="baseModel">The base it names.</param>
    public (JsonElement Element, Inherited? Inherited) Resolve(JsonElement own, out string? fault, out string? baseModel)
    {
        (fault, baseModel) = (null, null);
        if (!own.TryGetProperty("base_model", out var named)) return (own, null);
        if (named.ValueKind is not JsonValueKind.String || named.GetString() is not { Length: > 0 } id)
        {
            fault = "base_model is not the id of a model";
            return (own, null);
        }
        baseModel = id;
        var merged = JsonObject.Create(own)!;
        var inherited = new HashSet<string>(StringComparer.Ordinal);
        var way = new HashSet<string>(StringComparer.Ordinal);
        // What a base leaves out, it leaves out for all who build on it.
        var omitted = new HashSet<string>(Omitted(own), StringComparer.Ordinal);
        for (var next = id; next is not null;)
        {
            if (way.Count == MostBases) fault = $"base_model leads over more than {MostBases} bases";
            else if (!way.Add(next)) fault = $"base_model goes in a circle: {string.Join(" → ", way)} → {next}";
            else if (!models.TryGetValue(next, out var model) || model.ValueKind is not JsonValueKind.Object) fault = $"base_model '{next}' does not exist";
            else
            {
                Merge(merged, model, omitted, inherited);
                omitted.UnionWith(Omitted(model));
                next = model.TryGetProperty("base_model", out var deeper) && deeper.ValueKind is JsonValueKind.String ? deeper.GetString() : null;
                continue;
            }
            return (own, null);
        }
        return (JsonSerializer.SerializeToElement(merged, JsonSerializerOptions.Default), new(id, inherited));
    }

    /// <summary>Objects are merged member by member, everything else is the entry's own or the base's.</summary>
    private static void Merge(JsonObject own, JsonElement from, HashSet<string> omitted, HashSet<string> inherited, string under = "")
    {
        foreach (var property in from.EnumerateObject())
        {
            var path = under + property.Name;
            if ((under.Length == 0 && OfTheModel.Contains(path)) || omitted.Contains(path)) continue;
            if (!own.TryGetPropertyValue(property.Name, out var mine))
            {
                own[property.Name] = Without(property.Value, path, omitted);
                inherited.Add(path);
            }
            else if (mine is JsonObject members && property.Value.ValueKind is JsonValueKind.Object) Merge(members, property.Value, omitted, inherited, path + ".");
        }
    }

    private static JsonNode? Without(JsonElement value, string path, HashSet<string> omitted)
    {
        if (value.ValueKind is not JsonValueKind.Object) return value.ValueKind is JsonValueKind.Array ? JsonArray.Create(value) : JsonValue.Create(value);
        var copy = new JsonObject();
        foreach (var property in value.EnumerateObject())
        {
            var inner = $"{path}.{property.Name}";
            if (!omitted.Contains(inner)) copy[property.Name] = Without(property.Value, inner, omitted);
        }
        return copy;
    }

    private static IEnumerable<string> Omitted(JsonElement entry) =>
        entry.TryGetProperty("base_model_omit", out var omit) && omit.ValueKind is JsonValueKind.Array
            ? omit.EnumerateArray().Where(o => o.ValueKind is JsonValueKind.String).Select(o => o.GetString()!)
            : [];
}

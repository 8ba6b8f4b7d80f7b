using System.Text.Json.Nodes;

namespace Assay.Host.Mcp;

/// <summary>
/// The parts of a JSON Schema that occur again and again. The exporter names the second of them by where the first stands, which a selection may leave out; so all
/// are written out, and what then occurs twice gets a name in <c>$defs</c>.
/// </summary>
internal static class SchemaParts
{
    /// <summary>Bytes from which on a part is worth a name.</summary>
    private const int Worth = 160;

    /// <summary>The schema without references. Where a thing holds one of its own kind, the second within is just an object.</summary>
    public static JsonNode? WrittenOut(JsonNode? schema, JsonNode root) => WrittenOut(schema, root, []);

    private static JsonNode? WrittenOut(JsonNode? schema, JsonNode root, List<string> within)
    {
        if (schema is JsonArray all) return new JsonArray([.. all.Select(s => WrittenOut(s, root, within))]);
        if (schema is not JsonObject thing) return schema?.DeepClone();
        if (thing["$ref"]?.GetValue<string>() is { } reference)
        {
            if (within.Contains(reference)) return new JsonObject { ["type"] = new JsonArray("object", "null") };
            within.Add(reference);
            var written = WrittenOut(Follow(reference, root), root, within);
            within.RemoveAt(within.Count - 1);
            return written;
        }
        var made = new JsonObject();
        foreach (var (name, value) in thing) made[name] = WrittenOut(value, root, within);
        return made;
    }

    private static JsonNode Follow(string reference, JsonNode root) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, name) =>
            (node is JsonArray all ? all[int.Parse(name)] : node[name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]) ?? throw new InvalidOperationException($"'{reference}' leads nowhere."));

    /// <summary>Gives parts that occur more than once a name, the largest first, so that what holds others is named before them.</summary>
    public static void Name(JsonObject schema)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(schema, counts);
        var names = counts.Where(c => c.Value > 1).Select(c => c.Key).OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal).Select((text, i) => (text, Name: $"part{i + 1}")).ToDictionary(p => p.text, p => p.Name, StringComparer.Ordinal);
        if (names.Count == 0) return;
        var parts = new JsonObject();
        Replace(schema, names, parts);
        // A name that nothing uses any more stands inside of a larger one alone.
        schema["$defs"] = parts;
    }

    private static void Count(JsonNode? node, Dictionary<string, int> counts)
    {
        foreach (var (_, _, part) in Parts(node))
        {
            if (part.ToJsonString() is { Length: >= Worth } text && (counts[text] = counts.GetValueOrDefault(text) + 1) > 1) continue; // what is inside was counted with the first of them
            Count(part, counts);
        }
    }

    private static void Replace(JsonNode? node, Dictionary<string, string> names, JsonObject parts)
    {
        foreach (var (holder, key, part) in Parts(node).ToArray())
        {
            if (!names.TryGetValue(part.ToJsonString(), out var name))
            {
                Replace(part, names, parts);
                continue;
            }
            holder[key] = new JsonObject { ["$ref"] = $"#/$defs/{name}" };
            if (parts.ContainsKey(name)) continue;
            parts[name] = null; // while it is looked through
            Replace(part, names, parts);
            parts[name] = part;
        }
    }

    /// <summary>The schemas right beneath a schema, each with what holds it. A property may be called as a keyword is: only the map of properties is looked into.</summary>
    private static IEnumerable<(JsonObject Holder, string Key, JsonObject Part)> Parts(JsonNode? schema)
    {
        if (schema is not JsonObject thing) yield break;
        foreach (var (name, value) in thing["properties"] as JsonObject ?? [])
            if (value is JsonObject part) yield return (thing["properties"]!.AsObject(), name, part);
        foreach (var name in (string[])["items", "additionalProperties"])
            if (thing[name] is JsonObject part) yield return (thing, name, part);
    }
}

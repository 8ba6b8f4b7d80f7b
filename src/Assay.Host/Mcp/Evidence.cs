using System.Text.Json.Nodes;

namespace Assay.Host.Mcp;

/// <summary>
/// Claims in the short form of tools: who says it, as of when, where; and what, where that is not what stands beside it. The names are those of the views.
/// </summary>
public static class Evidence
{
    private const string More = "more_claims";

    /// <summary>Shortens every claim beneath a node, and leaves of each list of claims the first few; how many more there are is told.</summary>
    /// <param name="node">Changed in place.</param>
    /// <param name="most">Claims behind one figure.</param>
    /// <param name="brief">Of what nobody says, say just that.</param>
    public static void Shorten(JsonNode? node, int most, bool brief)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items) Shorten(item, most, brief);
                break;
            case JsonObject thing when IsClaim(thing):
                Shorten(thing, shown: null);
                break;
            case JsonObject thing:
                Figure(thing, most, brief);
                foreach (var (_, value) in thing) Shorten(value, most, brief);
                break;
        }
    }

    private static bool IsClaim(JsonObject thing) => thing.ContainsKey("source") && thing.ContainsKey("as_of") && thing.ContainsKey("scope") && thing.ContainsKey("picked");

    /// <summary>A figure, or a sentence, with the claims behind it.</summary>
    private static void Figure(JsonObject thing, int most, bool brief)
    {
        if (thing["claims"] is not JsonArray claims) return;
        if (brief && thing["state"]?.GetValue<string>() == "unknown")
        {
            foreach (var name in thing.Select(p => p.Key).Where(k => k is not ("state" or "display" or "model")).ToArray()) thing.Remove(name);
            return;
        }
        // Where sources disagree, all of the first few are the figure.
        var shown = thing["state"]?.GetValue<string>() == "disputed" ? Math.Max(most, 3) : most;
        var left = claims.Count - shown;
        while (claims.Count > shown) claims.RemoveAt(claims.Count - 1);
        foreach (var claim in claims.OfType<JsonObject>()) Shorten(claim, thing["display"]?.ToString());
        if (left > 0) thing[More] = left;
    }

    private static void Shorten(JsonObject claim, string? shown)
    {
        // What the figure beside it says need not be said again.
        if (claim["display"]?.ToString() == shown) claim.Remove("display");
        foreach (var name in claim.Select(p => p.Key).Where(k => k is not ("source" or "as_of" or "url" or "display" or "property" or "unconfirmed")).ToArray()) claim.Remove(name);
    }

    /// <summary>The schema of what <see cref="Shorten(JsonNode?, int, bool)"/> leaves: nothing is required, for what does not fit is left out.</summary>
    public static void ShortenSchema(JsonNode? schema)
    {
        if (schema is JsonArray all)
        {
            foreach (var one in all) ShortenSchema(one);
            return;
        }
        if (schema is not JsonObject thing) return;
        thing.Remove("required");
        // Of dates; few clients know it, and none needs it.
        if (thing["format"] is JsonValue) thing.Remove("format");
        if (thing["properties"] is JsonObject properties)
        {
            if (IsClaim(properties))
                foreach (var name in properties.Select(p => p.Key).Where(k => k is not ("source" or "as_of" or "url" or "display" or "property" or "unconfirmed")).ToArray()) properties.Remove(name);
            else if (properties.ContainsKey("claims")) properties[More] = new JsonObject { ["type"] = "integer" };
        }
        foreach (var (_, value) in thing) ShortenSchema(value);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>
/// Whole comparisons of the curated catalogue as approved: what the JSON says with each claim cut down to one line, and what a reader
/// of the page sees down to the sources, without the list of evidence behind every figure.
/// </summary>
public sealed class GoldenPageTests(CuratedSite site)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Comparisons =>
    [
        "gemma-3-12b-it-vs-gpt-4-vision-preview",
        "gemma-2-2b-vs-gemini-2.5-flash-live",
        "gemma-4-12b-vs-mistral-small-2503",
        "gemma-4-26b-a4b-it-vs-gpt-5.2",
        "gpt-4o-vs-gpt-4o-mini",
        "falcon3-10b-instruct-vs-solar-pro2",
        "gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5",
    ];

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Pages_read_as_approved(string pair)
    {
        var page = await site.Page("/compare/" + pair);
        var end = page.Text.IndexOf("Every figure on this page\n", StringComparison.Ordinal);
        end.ShouldBeGreaterThan(0);
        Golden.Check($"compare/{pair}.txt", page.Text[..end]);
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Json_is_as_approved(string pair)
    {
        var json = await site.Json($"/compare/{pair}.json");
        // The directions and the verdicts repeat findings: their rules are enough.
        foreach (var part in (string[])["a_to_b", "b_to_a", "directions"])
            if (json["switch"]![part] is JsonArray repeated) json["switch"]![part] = Rules(repeated);
        if (json["verdicts"]!.AsArray().Count == 1) json.AsObject().Remove("verdicts");
        // A sentence's and a table cell's claims are those of the facts it speaks of, which are listed with the models.
        foreach (var part in (string[])["verdict", "verdicts", "findings", "scorecard", "switch", "faq", "cost", "provenance"]) WithoutClaims(json[part]);
        Shorten(json);
        Golden.Check($"compare/{pair}.json", json.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n");
    }

    private static JsonArray Rules(JsonArray findings) =>
        [.. findings.Select(f => JsonValue.Create(f!["rule"]?.GetValue<string>() ?? $"{f["from"]} → {f["to"]}: {string.Join(", ", f["findings"]!.AsArray().Select(x => x!["rule"]))}"))];

    private static void WithoutClaims(JsonNode? node)
    {
        if (node is JsonObject o)
        {
            o.Remove("claims");
            foreach (var (_, child) in o) WithoutClaims(child);
        }
        else if (node is JsonArray a) foreach (var child in a) WithoutClaims(child);
    }

    /// <summary>Claims become "Google 2025-03-12: 128K, picked"; a fact on one claim or none becomes one line: state, value, display, claim.</summary>
    private static void Shorten(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var child in list) Shorten(child);
        if (node is not JsonObject o) return;
        foreach (var (key, child) in o.ToArray())
        {
            if (key == "claims" && child is JsonArray claims) o[key] = new JsonArray([.. claims.Select(c => JsonValue.Create(Line(c!)))]);
            else if (child is JsonObject fact && fact["state"]?.GetValue<string>() is { } state && fact.ContainsKey("value") && fact["claims"] is JsonArray { Count: <= 1 } few)
                o[key] = few.Count == 0 ? state : $"{state} {fact["value"]?.ToJsonString(Readable)} \"{fact["display"]}\": {Line(few[0]!)}";
            else Shorten(child);
        }
    }

    private static string Line(JsonNode claim) =>
        $"{claim["source"]} {claim["as_of"]}: {claim["display"]}{(claim["picked"]?.GetValue<bool>() == true ? ", picked" : "")}{(claim["unconfirmed"]?.GetValue<bool>() == true ? ", unconfirmed" : "")}";
}

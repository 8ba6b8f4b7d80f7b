using System.Text.Json;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;

namespace Assay.Bench.Export;

/// <summary>The same comparisons as data for a static site generator: what a template of theirs needs to make a page as large as ours.</summary>
internal static class GeneratorData
{
    private const int OfFigure = 12, OfSentence = 5;

    /// <returns>The file.</returns>
    public static string Write(string folder, CatalogSnapshot catalog, int count)
    {
        var path = Path.Combine(folder, "pairs.json");
        if (File.Exists(path)) return path;
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartArray();
        var comparer = new Comparer();
        foreach (var (first, second) in PairRanking.Top(catalog, count)) Write(json, ComparisonViewBuilder.Build(comparer.Compare(catalog, [first, second], TrafficProfile.Default)), $"{first.Slug}-vs-{second.Slug}");
        json.WriteEndArray();
        return path;
    }

    private static void Write(Utf8JsonWriter json, ComparisonView view, string slug)
    {
        json.WriteStartObject();
        json.WriteString("slug", slug);
        json.WriteString("title", view.Title);
        json.WriteString("verdict", view.Verdict.Text);
        List(json, "names", view.Models, m => json.WriteStringValue(m.Name));
        List(json, "rows", view.Models[0].Specs.Keys.Concat(view.Models[0].Capabilities.Keys), key =>
        {
            json.WriteStartObject();
            json.WriteString("label", key);
            List(json, "cells", view.Models, m => json.WriteStringValue((m.Specs.GetValueOrDefault(key) ?? m.Capabilities[key]).Display));
            json.WriteEndObject();
        });
        List(json, "findings", view.Findings, f => json.WriteStringValue(f.Text));
        List(json, "evidence", view.Models.SelectMany(Facts).Concat(view.Findings.Select(f => (Title: f.Text, Claims: f.Claims.Take(OfSentence)))), entry =>
        {
            json.WriteStartObject();
            json.WriteString("title", entry.Title);
            List(json, "claims", entry.Claims, c =>
            {
                json.WriteStartObject();
                json.WriteString("source", c.Source);
                json.WriteString("url", c.Url ?? "");
                json.WriteString("as_of", c.AsOf);
                json.WriteString("display", c.Display);
                json.WriteString("property", c.Property ?? c.Scope);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static IEnumerable<(string Title, IEnumerable<ClaimView> Claims)> Facts(ModelView model) =>
        from fact in model.Specs.Concat(model.Capabilities).Concat(model.Offers.SelectMany(o => o.Prices)).Concat(model.Offers.Select(o => KeyValuePair.Create(o.ProviderName, o.ContextWindow)))
        where fact.Value.Claims.Count > 0
        select ($"{model.Name} · {fact.Key}", fact.Value.Claims.Take(OfFigure));

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}

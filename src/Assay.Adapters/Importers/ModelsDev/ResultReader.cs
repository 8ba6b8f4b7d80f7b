using System.Text.Json;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>
/// Reads benchmark results: { name, score, metric, version, dataset, harness, variant, source, date }. The benchmark's id is its name in
/// small letters with hyphens; a version number at the end of the name is the version. Harness, variant and dataset are the settings.
/// </summary>
internal static class ResultReader
{
    public static void Read(JsonThing model, JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array)
        {
            model.Refuse("benchmarks", list, "wrong type", "a list");
            return;
        }
        var i = 0;
        foreach (var item in list.EnumerateArray()) One(model, item, $"benchmarks[{i++}]");
    }

    private static void One(JsonThing model, JsonElement item, string where)
    {
        if (!model.IsObject(where, item)) return;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        decimal? score = null;
        foreach (var (key, value) in model.Members(item, where + "."))
        {
            if (key == "score") score = model.Number($"{where}.score", value);
            else if (key is not ("name" or "metric" or "version" or "dataset" or "harness" or "variant" or "source" or "date")) model.Unknown($"benchmarks.{key}");
            else if (model.Text($"{where}.{key}", value) is { } text) words[key] = text;
        }
        if (score is not { } points || !words.TryGetValue("name", out var name))
        {
            model.Refuse(where, item, "a benchmark result without name or score", "name and score");
            return;
        }
        var (title, version) = BenchmarkNaming.SplitVersion(name);
        var benchmark = BenchmarkNaming.Slug(title);
        var metric = words.GetValueOrDefault("metric");
        var (unit, unitNote) = BenchmarkNaming.Unit(metric, points);
        if (!BenchmarkNaming.IsId(benchmark) || BenchmarkNaming.Objection(unit, points) is not null)
        {
            var (reason, allowed) = BenchmarkNaming.Objection(unit, points) ?? ("a name that no benchmark can be named by", BenchmarkNaming.Allowed);
            model.Refuse(where, item, reason, allowed);
            return;
        }
        model.Say("benchmarks", Property.Result, new ClaimValue.Score(new()
        {
            Benchmark = benchmark, Value = points, Unit = unit, Metric = metric, Version = words.GetValueOrDefault("version") ?? version,
            Settings = Settings(words), Date = Date(model, words, where, item),
        }), note: string.Join("; ", ((string?[])[words.TryGetValue("source", out var source) ? $"models.dev names as its source {source}" : null, unitNote]).OfType<string>()) is { Length: > 0 } note ? note : null);
        model.Log.Introduce(benchmark, title);
    }

    private static PartialDate? Date(JsonThing model, Dictionary<string, string> words, string where, JsonElement item)
    {
        if (!words.TryGetValue("date", out var text)) return null;
        if (PartialDate.TryParse(text, out var date) && ImportLimits.IsYear(date.Year)) return date;
        model.Refuse($"{where}.date", item.GetProperty("date"), "not a date", "2025, 2025-03 or 2025-03-12, between 2000 and 2100");
        return null;
    }

    /// <summary>"harness: Claude Code; variant: high".</summary>
    internal static string? Settings(IReadOnlyDictionary<string, string> words)
    {
        var settings = string.Join("; ", ((string[])["harness", "variant", "dataset"]).Where(words.ContainsKey).Select(k => $"{k}: {words[k]}"));
        return settings.Length == 0 ? null : settings;
    }
}

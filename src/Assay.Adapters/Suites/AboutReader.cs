using System.Globalization;
using System.Text.Json;
using Assay.Adapters.Importers.Curated;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Suites;

/// <summary>Reads <c>suite.yaml</c>: every key known, every value in its range, each fault with its line.</summary>
internal sealed class AboutReader(YamlNode.Map root, Action<int, string> fault)
{
    private const int MostRepetitions = 1_000;

    /// <summary>Null where the file has faults that leave nothing to go on with.</summary>
    public static Suite? Read(byte[] bytes, Action<int, string> fault) =>
        YamlNode.Read(bytes, fault, "id, version, title, licence, categories and default_scorer") is { } root ? new AboutReader(root, fault).Read() : null;

    private Suite Read()
    {
        Only(root, SuiteKeys.About);
        var id = Text("id") ?? "";
        if (id.Length > 0 && !IsId(id)) fault(LineOf("id"), $"the id is '{id}'; it must be of lower-case letters, digits and hyphens, 1 to 100 of them");
        var task = Text("task", required: false);
        if (task is not null && ModelTasks.Find(task) is null) fault(LineOf("task"), $"the task is '{task}'; allowed are {string.Join(", ", ModelTasks.All.Select(t => t.Name()))}");
        return new()
        {
            Id = id,
            Version = Text("version") ?? "",
            Title = Text("title") ?? "",
            Licence = Text("licence") ?? "",
            Description = Text("description", required: false),
            Categories = Categories(),
            DefaultScorer = root.Find("default_scorer") is { } scorer ? Scorer(scorer) ?? new("exact") : Missing("default_scorer", new ScorerChoice("exact")),
            Repetitions = (int)(Number(root, "repetitions", 1, MostRepetitions, whole: true) ?? 1),
            Task = ModelTasks.Find(task),
            System = Text("system", required: false),
            Parameters = Parameters(),
        };
    }

    internal static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-') && id[0] != '-';

    private IReadOnlyList<string> Categories()
    {
        if (root.Find("categories") is not { } node) return Missing<IReadOnlyList<string>>("categories", []);
        if (node is not YamlNode.List { Items.Count: > 0 } list || list.Items.Any(i => i is not YamlNode.Text { Value.Length: > 0 }))
        {
            fault(node.Line, $"'categories' is {node.Shape}; it must be a list of one or more names");
            return [];
        }
        var names = list.Items.Select(i => ((YamlNode.Text)i).Value).ToArray();
        foreach (var twice in names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1)) fault(node.Line, $"the category '{twice.Key}' is listed twice; keep one");
        return names;
    }

    private ScorerChoice? Scorer(YamlNode node)
    {
        if (node is YamlNode.Text { Value.Length: > 0 } name) return new(name.Value);
        if (node is not YamlNode.Map map || map.Find("id") is not YamlNode.Text { Value.Length: > 0 } id)
        {
            fault(node.Line, $"'default_scorer' is {node.Shape}; it must be the name of a scorer, or a map with 'id' and its options");
            return null;
        }
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            writer.WriteStartObject();
            foreach (var entry in map.Entries.Where(e => e.Key != "id"))
            {
                writer.WritePropertyName(entry.Key);
                Write(writer, entry.Value);
            }
            writer.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.ToArray());
        return new(id.Value, CanonicalJson.Of(document.RootElement));
    }

    /// <summary>YAML says text for everything; what is a number or true or false in JSON is taken for it.</summary>
    private static void Write(Utf8JsonWriter writer, YamlNode node)
    {
        switch (node)
        {
            case YamlNode.Text { Value: "true" or "false" } flag: writer.WriteBooleanValue(flag.Value == "true"); break;
            case YamlNode.Text text when decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number): writer.WriteNumberValue(number); break;
            case YamlNode.Text text: writer.WriteStringValue(text.Value); break;
            case YamlNode.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case YamlNode.Map map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }
                writer.WriteEndObject();
                break;
            default: writer.WriteNullValue(); break;
        }
    }

    private CallParameters Parameters()
    {
        if (root.Find("parameters") is not { } node) return new();
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'parameters' is {node.Shape}; it must be a map: {string.Join(", ", SuiteKeys.Parameters)}");
            return new();
        }
        Only(map, SuiteKeys.Parameters);
        var effort = map.Find("reasoning_effort");
        if (effort is not (null or YamlNode.Text { Value.Length: > 0 })) fault(effort.Line, $"'reasoning_effort' is {effort.Shape}; it must be a word of the provider's, such as low");
        var topP = Number(map, "top_p", 0, 1);
        if (topP == 0) fault(map.Find("top_p")!.Line, "'top_p' is '0'; it must be above 0, at most 1");
        return new()
        {
            MaxOutputTokens = (int?)Number(map, "max_output_tokens", 1, 10_000_000, whole: true),
            Temperature = Number(map, "temperature", 0, 2),
            TopP = topP,
            Seed = (long?)Number(map, "seed", long.MinValue, long.MaxValue, whole: true),
            ReasoningEffort = (effort as YamlNode.Text)?.Value,
        };
    }

    private decimal? Number(YamlNode.Map map, string key, decimal least, decimal most, bool whole = false)
    {
        if (map.Find(key) is not { } node) return null;
        if (node is YamlNode.Text { Value: var text } && decimal.TryParse(text, whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        fault(node.Line, $"'{key}' is {node.Shape}; it must be a {(whole ? "whole number" : "number")} from {least} to {most}");
        return null;
    }

    private string? Text(string key, bool required = true)
    {
        switch (root.Find(key))
        {
            case YamlNode.Text { Value: var text } when !string.IsNullOrWhiteSpace(text): return text;
            case null when required: return Missing<string?>(key, null);
            case null: return null;
            case { } node:
                fault(node.Line, $"'{key}' is {node.Shape}; it must be text");
                return null;
        }
    }

    private T Missing<T>(string key, T instead)
    {
        fault(1, $"'{key}' is missing; add it");
        return instead;
    }

    private int LineOf(string key) => root.Find(key)?.Line ?? 1;

    private void Only(YamlNode.Map map, string[] allowed)
    {
        foreach (var entry in map.Entries)
            if (!allowed.Contains(entry.Key)) fault(entry.Line, SuiteKeys.Unknown(entry.Key, allowed));
    }
}

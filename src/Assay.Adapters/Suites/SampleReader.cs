using System.Text.Json;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;

namespace Assay.Adapters.Suites;

/// <summary>Reads one line of <c>samples.jsonl</c>. Faults go to the caller; a sample with any comes back as null.</summary>
internal sealed class SampleReader(Suite suite, SuiteFiles files)
{
    private const int MostImages = 100;
    private const int LongestId = 200;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public Sample? Read(ReadOnlyMemory<byte> line, int place, Action<string> fault)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            if (document.RootElement.ValueKind is JsonValueKind.Object) return Read(document.RootElement, place, fault);
            fault("the line is no object; write one JSON object a line, with id, category, input and target");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate in a text makes reading it throw the second.
            fault($"not JSON: {e.Message}");
        }
        return null;
    }

    private Sample? Read(JsonElement line, int place, Action<string> fault)
    {
        var faults = 0;
        void Tell(string text)
        {
            faults++;
            fault(text);
        }
        foreach (var member in line.EnumerateObject())
            if (!SuiteKeys.Sample.Contains(member.Name)) Tell(SuiteKeys.Unknown(member.Name, SuiteKeys.Sample));
        var id = Text(line, "id", Tell) ?? "";
        if (id.Length > LongestId) Tell($"the id has {id.Length} characters; at most {LongestId} are allowed");
        if (id.Any(char.IsControl)) Tell("the id has control characters; take them out");
        var category = Text(line, "category", Tell) ?? "";
        if (category.Length > 0 && !suite.Categories.Contains(category)) Tell($"the category '{category}' is none of the suite's ({string.Join(", ", suite.Categories)}); correct it, or add it to suite.yaml");
        var difficulty = Text(line, "difficulty", Tell, required: false);
        if (difficulty is not null && !SuiteKeys.Difficulties.Contains(difficulty)) Tell($"the difficulty is '{difficulty}'; allowed are {string.Join(", ", SuiteKeys.Difficulties)}");
        var sample = new Sample
        {
            Place = place, Id = id, Category = category, Input = Text(line, "input", Tell) ?? "", Images = Images(line, Tell), Target = Target(line, Tell), Scorer = Scorer(line, Tell),
            Cluster = Text(line, "cluster", Tell, required: false), Difficulty = difficulty,
        };
        var task = suite.TaskOf(sample);
        if (sample.Images.Count == 0 && task.NeedsImage() && faults == 0) Tell($"the task is {task.Name()}, which needs an image, and the sample has none; add it under 'images'");
        if (faults > 0) return null;
        var choice = suite.ScorerOf(sample);
        if (ScorerList.Find(choice.Id) is not { } scorer) Tell($"the scorer '{choice.Id}' is not known; allowed are {string.Join(", ", ScorerList.All.Select(s => s.Id))}");
        else if (scorer.Fault(sample, choice) is { } wrong) Tell(wrong);
        return faults > 0 ? null : sample;
    }

    private IReadOnlyList<SampleImage> Images(JsonElement line, Action<string> tell)
    {
        if (!line.TryGetProperty("images", out var images)) return [];
        if (images.ValueKind is not JsonValueKind.Array || images.EnumerateArray().Any(i => i.ValueKind is not JsonValueKind.String) || images.GetArrayLength() > MostImages)
        {
            tell($"'images' is {Shown(images)}; it must be a list of at most {MostImages} paths");
            return [];
        }
        List<SampleImage> found = [];
        foreach (var path in images.EnumerateArray().Select(i => i.GetString()!))
        {
            if (files.Image(path, out var why) is { } image) found.Add(image);
            else tell(why!);
        }
        return found;
    }

    private static IReadOnlyList<string> Target(JsonElement line, Action<string> tell)
    {
        if (!line.TryGetProperty("target", out var target) || target.ValueKind is JsonValueKind.Null)
        {
            tell("'target' is missing; write what is right, a text or a list of texts");
            return [];
        }
        if (target.ValueKind is JsonValueKind.Array && target.GetArrayLength() == 0) tell("'target' is an empty list, so nothing could be right; write what is");
        return target.ValueKind is JsonValueKind.Array ? [.. target.EnumerateArray().Select(One)] : [One(target)];
    }

    private static string One(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : CanonicalJson.Of(value);

    private static ScorerChoice? Scorer(JsonElement line, Action<string> tell)
    {
        if (!line.TryGetProperty("scorer", out var scorer)) return null;
        if (scorer.ValueKind is JsonValueKind.String && scorer.GetString() is { Length: > 0 } name) return new(name);
        if (scorer.ValueKind is JsonValueKind.Object && scorer.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String)
        {
            var options = scorer.EnumerateObject().Where(p => p.Name != "id").ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
            return new(id.GetString()!, CanonicalJson.Of(JsonSerializer.SerializeToElement(options, SuiteJson.Default.DictionaryStringJsonElement)));
        }
        tell($"'scorer' is {Shown(scorer)}; it must be the name of a scorer, or an object with 'id' and its options");
        return null;
    }

    private static string? Text(JsonElement line, string key, Action<string> tell, bool required = true)
    {
        if (!line.TryGetProperty(key, out var value))
        {
            if (required) tell($"'{key}' is missing; add it");
            return null;
        }
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        tell($"'{key}' is {Shown(value)}; it must be text that is not blank");
        return null;
    }

    private static string Shown(JsonElement value) => Units.Visible.Line(value.GetRawText(), 60);
}

using System.Security.Cryptography;
using System.Text.Json;
using Assay.Adapters.Importers;

namespace Assay.Adapters.Suites;

/// <summary>A sample that an import wrote.</summary>
/// <param name="Line">Of the table.</param>
/// <param name="Why">Why this scorer.</param>
public sealed record WrittenSample(int Line, string Id, string Scorer, string Options, string Why);

/// <summary>Writes a table of prompts as a suite folder, whole or not at all.</summary>
public static class PromptsSuite
{
    /// <param name="output">A folder that is not there yet, or is empty.</param>
    /// <returns>The suite as it is read back, and what became of each row.</returns>
    /// <exception cref="ImportException">The folder is there and not empty, or no row can be used.</exception>
    public static (SuiteFolder Suite, IReadOnlyList<WrittenSample> Samples) Write(PromptsCsv csv, string source, string output)
    {
        output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any())) throw new ImportException($"'{output}' is there already and not empty; name a new folder.");
        if (csv.Rows.Count == 0) throw new ImportException($"{Path.GetFileName(source)}: no row can be used: {string.Join("; ", csv.Refused.Take(5).Select(r => $"line {r.Line}: {r.Why}"))}.");
        var beside = output + ".new";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(Path.Combine(beside, "images"));
        File.WriteAllText(Path.Combine(beside, SuiteFolder.AboutFile), About(csv, source, Path.GetFileName(output)));
        var written = Samples(csv, beside);
        if (Directory.Exists(output)) Directory.Delete(output);
        Directory.Move(beside, output);
        return (SuiteFolder.Open(output), written);
    }

    private static List<WrittenSample> Samples(PromptsCsv csv, string folder)
    {
        List<WrittenSample> written = [];
        Dictionary<string, string> images = new(StringComparer.Ordinal);
        HashSet<string> ids = new(StringComparer.Ordinal);
        var shared = csv.Rows.GroupBy(r => r.Image, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        using var file = File.Create(Path.Combine(folder, SuiteFolder.SamplesFile));
        foreach (var row in csv.Rows)
        {
            var image = images.TryGetValue(row.Image, out var copied) ? copied : images[row.Image] = Copy(row.Image, folder, images.Values);
            var id = Unique(Slug(row.Assessment.Length > 0 ? row.Assessment : Path.GetFileNameWithoutExtension(row.FileName)), ids);
            using (var writer = new Utf8JsonWriter(file, CanonicalJson.Options)) Write(writer, row, id, image, shared.Contains(row.Image));
            file.WriteByte((byte)'\n');
            written.Add(new(row.Line, id, row.Chosen.Choice.Id, row.Chosen.Choice.Options, row.Chosen.Why));
        }
        return written;
    }

    private static void Write(Utf8JsonWriter writer, PromptRow row, string id, string image, bool shared)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("category", row.Category);
        writer.WriteString("input", row.Prompt);
        writer.WriteStartArray("images");
        writer.WriteStringValue($"images/{image}");
        writer.WriteEndArray();
        if (row.Chosen.Target is [var one]) writer.WriteString("target", one);
        else
        {
            writer.WriteStartArray("target");
            foreach (var target in row.Chosen.Target) writer.WriteStringValue(target);
            writer.WriteEndArray();
        }
        if (row.Chosen.Choice.Options == "{}") writer.WriteString("scorer", row.Chosen.Choice.Id);
        else writer.WritePropertyName("scorer");
        if (row.Chosen.Choice.Options != "{}") writer.WriteRawValue($"{{\"id\":\"{row.Chosen.Choice.Id}\",{row.Chosen.Choice.Options[1..]}");
        // Questions on one picture are no strangers to each other.
        if (shared) writer.WriteString("cluster", image);
        writer.WriteEndObject();
    }

    private static string Copy(string from, string folder, IEnumerable<string> taken)
    {
        var name = Path.GetFileName(from);
        for (var i = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); i++) name = $"{Path.GetFileNameWithoutExtension(from)}-{i}{Path.GetExtension(from)}";
        var to = Path.Combine(folder, "images", name);
        File.WriteAllBytes(to, File.ReadAllBytes(from));
        return name;
    }

    private static string About(PromptsCsv csv, string source, string folder)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(source)));
        var id = Slug(folder);
        return $"""
            id: {(id.Length > 0 ? id : "prompts")}
            version: "{hash[..12]}"
            title: {Quoted($"Prompts of {Path.GetFileName(source)}")}
            licence: not stated in the table
            description: {Quoted($"Made of {Path.GetFileName(source)} (SHA-256 {hash}).")}
            categories: [{string.Join(", ", csv.Categories.Select(Quoted))}]
            default_scorer: text
            repetitions: 1

            """.ReplaceLineEndings("\n");
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace('\n', ' ')}'";

    private static string Unique(string id, HashSet<string> taken)
    {
        id = id.Length > 0 ? id : "sample";
        var unique = id;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{id}-{i}";
        return unique;
    }

    private static string Slug(string text)
    {
        var slug = string.Join('-', string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= 80 ? slug : slug[..80].TrimEnd('-');
    }
}

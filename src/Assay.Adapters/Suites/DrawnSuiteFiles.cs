using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Adapters.Images;
using Assay.Drawing.Suites;

namespace Assay.Adapters.Suites;

/// <summary>Writes a drawn suite in the form that suites are read in: suite.yaml, samples.jsonl, images. The same suite gives the same bytes.</summary>
public static class DrawnSuiteFiles
{
    /// <summary>Letters stand as they are: people read the file.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the suite into a folder that is not there yet, or is empty. Its suite.yaml comes last: a folder without one is no suite.</summary>
    /// <param name="raster">Makes the pictures.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The folder holds something.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ImageException">No library on this machine, or it cannot draw.</exception>
    public static async Task<long> Write(DrawnSuite suite, string folder, SvgRaster raster, CancellationToken cancellationToken)
    {
        if (File.Exists(folder) || Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ArgumentException($"'{folder}' is not an empty folder: name one that is empty or not there yet, so that nothing of yours is written over.", nameof(folder));
        Directory.CreateDirectory(Path.Combine(folder, suite.Items.Any(i => i.Image is not null) ? "images" : ""));
        var bytes = 0L;
        foreach (var item in suite.Items.Where(i => i.Image is not null))
        {
            var drawn = await raster.Render(item.Item.Picture!.Svg(), 1, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, item.Image!), drawn.Bytes, cancellationToken);
            bytes += drawn.Bytes.Length;
        }
        foreach (var (name, text) in ((string, string)[])[("samples.jsonl", Samples(suite)), ("suite.yaml", About(suite))])
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), utf8, cancellationToken);
            bytes += utf8.Length;
        }
        return bytes;
    }

    /// <summary>suite.yaml.</summary>
    public static string About(DrawnSuite suite) =>
        $"""
        id: {suite.Recipe.Id}
        version: {suite.Version}
        title: {suite.Recipe.Title}
        description: "{suite.Recipe.Description}"
        licence: MIT
        task: {suite.Recipe.Task}
        categories: [{string.Join(", ", suite.Recipe.Categories.Select(c => c.Name))}]
        default_scorer: text
        repetitions: 1

        """.ReplaceLineEndings("\n");

    /// <summary>samples.jsonl.</summary>
    public static string Samples(DrawnSuite suite)
    {
        using var stream = new MemoryStream();
        foreach (var sample in suite.Samples)
        {
            using (var json = new Utf8JsonWriter(stream, Readable)) Line(json, sample);
            stream.WriteByte((byte)'\n');
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Line(Utf8JsonWriter json, DrawnSample sample)
    {
        json.WriteStartObject();
        json.WriteString("id", sample.Id);
        json.WriteString("category", sample.Category);
        json.WriteString("input", sample.Question.Prompt);
        if (sample.Image is not null) List(json, "images", [sample.Image]);
        if (sample.Question.Scorer?.Id == Scorer.Set.Id) List(json, "target", sample.Question.Target);
        else json.WriteString("target", sample.Question.Target[0]);
        if (sample.Question.Scorer is { } scorer) Write(json, scorer);
        if (sample.Cluster is not null) json.WriteString("cluster", sample.Cluster);
        json.WriteString("difficulty", sample.Difficulty.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Scorer scorer)
    {
        if (scorer.Options.Count == 0)
        {
            json.WriteString("scorer", scorer.Id);
            return;
        }
        json.WriteStartObject("scorer");
        json.WriteString("id", scorer.Id);
        foreach (var (name, value) in scorer.Options)
        {
            switch (value)
            {
                case double number: json.WriteNumber(name, number); break;
                case string text: json.WriteString(name, text); break;
                case IReadOnlyList<string> texts: List(json, name, texts); break;
                default: throw new ArgumentException($"The option '{name}' is a {value.GetType().Name}; options are numbers, texts and lists of texts.", nameof(scorer));
            }
        }
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}

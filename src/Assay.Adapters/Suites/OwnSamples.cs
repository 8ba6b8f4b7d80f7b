using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;
using Assay.Playground;

namespace Assay.Adapters.Suites;

/// <summary>The suite that a user fills from the playground: <c>suites/my-samples</c> in the data folder. Thread-safe.</summary>
public sealed class OwnSamples(string dataFolder)
{
    public const string Name = "my-samples";

    private static readonly Lock Gate = new();

    public string Folder { get; } = Path.Combine(Path.GetFullPath(dataFolder), "suites", Name);

    /// <summary>Writes the sample with its images; one of the same id is replaced. Whole or not at all.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Save(TurnSample sample, IReadOnlyList<CallImage> images)
    {
        lock (Gate)
        {
            Directory.CreateDirectory(Path.Combine(Folder, "images"));
            var about = Path.Combine(Folder, "suite.yaml");
            if (!File.Exists(about)) File.WriteAllText(about, About);
            foreach (var image in images)
            {
                var path = Path.Combine(Folder, Place(image.Hash, image.MediaType));
                if (!File.Exists(path)) Replace(path, stream => stream.Write(image.Bytes.Span));
            }
            var line = JsonSerializer.Serialize(
                new SampleLine(sample.Id, sample.Category, sample.Input, [.. sample.Images.Select(i => Place(i.Hash, i.MediaType))], sample.Target is [var one] ? JsonValue(one) : JsonValue(sample.Target)), SampleJson.Readable.SampleLine);
            var samples = Path.Combine(Folder, "samples.jsonl");
            var before = File.Exists(samples) ? File.ReadAllLines(samples).Where(l => l.Length > 0 && !l.StartsWith($"{{\"id\":\"{sample.Id}\"", StringComparison.Ordinal)) : [];
            string[] lines = [.. before, line];
            Replace(samples, stream =>
            {
                using var writer = new StreamWriter(stream) { NewLine = "\n" };
                foreach (var each in lines) writer.WriteLine(each);
            });
        }
    }

    private static string Place(string hash, string mediaType) => $"images/{hash[..16]}.{(mediaType == "image/png" ? "png" : "jpg")}";

    private static JsonElement JsonValue(string text) => JsonSerializer.SerializeToElement(text, SampleJson.Readable.String);
    private static JsonElement JsonValue(IReadOnlyList<string> texts) => JsonSerializer.SerializeToElement(texts, SampleJson.Readable.IReadOnlyListString);

    /// <summary>Beside it first, then in its place: a process that dies leaves the file of before.</summary>
    private static void Replace(string path, Action<Stream> write)
    {
        var beside = path + ".new";
        using (var stream = File.Create(beside)) write(stream);
        File.Move(beside, path, overwrite: true);
    }

    private const string About =
        """
        id: my-samples
        version: 1
        title: My samples
        licence: my own
        categories: [caption, classify, detect, ocr, ask, chat]
        default_scorer: text
        repetitions: 1

        """;
}

/// <param name="Id">First in the line.</param>
/// <param name="Images">Paths within the suite.</param>
/// <param name="Target">A text, or a list of them.</param>
internal sealed record SampleLine(string Id, string Category, string Input, IReadOnlyList<string> Images, JsonElement Target);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SampleLine))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SampleJson : JsonSerializerContext
{
    /// <summary>Letters stand as they are: people read and mend the file.</summary>
    public static SampleJson Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

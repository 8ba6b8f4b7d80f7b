using System.Globalization;
using System.Text.Json;
using Assay.Adapters.Importers.Langfuse;
using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>
/// Langfuse's default prices (https://github.com/langfuse/langfuse, MIT): a list of models, each with a pattern of names and tiers of
/// prices per token. docs/importers/langfuse.md. A whole-file feed: what is no longer in it has ended.
/// </summary>
public sealed class LangfuseCatalogue : IImporter
{
    private const string File = "default-model-prices.json";

    public string Format => "langfuse";

    public string Expects => $"{File}, under any name, or the folder that holds it";

    public bool CarriesItsDate => true;

    public SnapshotFiles Read(string path) => SnapshotPath.File(path, File);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        using var file = JsonFile.Open(File, files.Find(File)!);
        var root = file.Root;
        if (root.ValueKind is not JsonValueKind.Array || !root.EnumerateArray().Any(e => e.ValueKind is JsonValueKind.Object && e.TryGetProperty("modelName", out _)))
            throw new ImportException($"{File}: the file is no list of models with a 'modelName'; it must be Langfuse's list of default prices.");

        var feed = new FeedImport(this, "Langfuse", "https://raw.githubusercontent.com/langfuse/langfuse/main/worker/src/constants/default-model-prices.json", request, Day(root, request.Today));
        feed.Log.RefuseDoubled(file, "$");
        var reader = new ListReader(feed.Log, cancellationToken);
        reader.Read(root);
        return feed.Done(files, reader.Counts);
    }

    /// <summary>No entry was changed after it.</summary>
    private static (DateOnly, string)? Day(JsonElement entries, DateOnly today)
    {
        DateOnly? newest = null;
        foreach (var entry in entries.EnumerateArray())
        {
            if (entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("updatedAt", out var said) && said.ValueKind is JsonValueKind.String
                && DateTimeOffset.TryParse(said.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                && DateOnly.FromDateTime(time.UtcDateTime) is var day && day <= today && ImportLimits.IsYear(day.Year) && !(day <= newest)) newest = day;
        }
        return newest is { } found ? (found, "the newest 'updatedAt' in the file") : null;
    }
}

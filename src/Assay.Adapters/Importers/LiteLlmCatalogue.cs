using System.Globalization;
using System.Text.Json;
using Assay.Adapters.Importers.LiteLlm;
using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>
/// LiteLLM's list of prices and limits (https://github.com/BerriAI/litellm, MIT): one object, an entry per provider and model.
/// docs/importers/litellm.md. A whole-file feed: what is no longer in it has ended.
/// </summary>
public sealed class LiteLlmCatalogue : IImporter
{
    private const string File = "model_prices_and_context_window.json";
    private const string Address = "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json";

    public string Format => "litellm";

    public string Expects => $"{File}, under any name, or the folder that holds it";

    /// <summary>The original tells no day; a copy may, under 'last_updated'.</summary>
    public bool CarriesItsDate => false;

    public SnapshotFiles Read(string path) => SnapshotPath.File(path, File);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        using var file = JsonFile.Open(File, files.Find(File)!);
        var root = file.Object();
        if (!root.EnumerateObject().Any(p => p.Value.ValueKind is JsonValueKind.Object && p.Value.TryGetProperty("litellm_provider", out _)))
            throw new ImportException($"{File}: no entry names a 'litellm_provider'; it must be LiteLLM's list of prices, an object of models by name.");

        var feed = new FeedImport(this, "LiteLLM", Address, request, Day(root, request.Today));
        feed.Log.RefuseDoubled(file, "$");
        var reader = new ListReader(feed.Log, cancellationToken);
        reader.Read(root);
        return feed.Done(files, reader.Counts);
    }

    private static (DateOnly, string)? Day(JsonElement root, DateOnly today) =>
        root.TryGetProperty("last_updated", out var said) && said.ValueKind is JsonValueKind.String
        && DateTimeOffset.TryParse(said.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && DateOnly.FromDateTime(time.UtcDateTime) is var day && day <= today && ImportLimits.IsYear(day.Year) ? (day, "the 'last_updated' of the file") : null;
}

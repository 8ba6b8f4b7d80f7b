using System.Text.Json;
using Assay.Adapters.Importers.OpenRouter;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>OpenRouter's own list of what it serves: the answer of https://openrouter.ai/api/v1/models. docs/importers/openrouter.md.</summary>
public sealed class OpenRouterCatalogue : IImporter
{
    private const string Name = "models.json";

    public string Format => "openrouter";

    public string Expects => "the answer of https://openrouter.ai/api/v1/models, saved as a file";

    public bool CarriesItsDate => false;

    public SnapshotFiles Read(string path) => SnapshotPath.File(path, Name);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        using var file = JsonFile.Open(Name, files.Find(Name)!);
        if (!file.Object().TryGetProperty("data", out var models) || models.ValueKind is not JsonValueKind.Array)
            throw new ImportException($"{Name}: there is no list 'data'; it must be OpenRouter's list of models, an object with 'data'.");

        var list = new FeedImport(this, "OpenRouter", "https://openrouter.ai/api/v1/models", request, rank: SourceRank.Provider);
        list.Log.RefuseDoubled(file, "$");
        list.Log.Say(Subject.Provider("openrouter"), Property.DisplayName, new ClaimValue.Words("OpenRouter"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var model in models.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Model(list.Log, model, $"$.data[{i++}]", seen);
        }
        return list.Done(files, [new("entries", i)]);
    }

    private static void Model(ImportLog log, JsonElement model, string path, HashSet<string> seen)
    {
        if (model.ValueKind is not JsonValueKind.Object || !model.TryGetProperty("id", out var said) || said.ValueKind is not JsonValueKind.String)
            log.Refuse("offer", path, model.GetRawText(), "an entry without an id", "an object with 'id'");
        else if (said.GetString() is var id && !JsonNames.IsId(id!)) log.Refuse($"offer openrouter/{id}", path, id!, "an id that no offer can be named by", "an id without '#' and spaces at its ends");
        else if (!seen.Add(id!)) log.Refuse($"offer openrouter/{id}", path, id!, "the id is doubled; the first one counts", "each id once");
        else log.Entry($"offer openrouter/{id}", path, model, "at least a name, a price or a limit", () => EntryReader.Read(new(log, Subject.Offer($"openrouter/{id}"), path), model, id!));
    }
}

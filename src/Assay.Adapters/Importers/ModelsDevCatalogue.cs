using System.Text.Json;
using Assay.Adapters.Importers.ModelsDev;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>
/// models.dev (https://models.dev, MIT): api.json, providers with the models they serve, and models.json, the canonical models; or both
/// in one object as <c>providers</c> and <c>models</c>. A whole-file feed: what is no longer in it has ended.
/// </summary>
public sealed class ModelsDevCatalogue : IImporter
{
    /// <summary>Where models.dev publishes it.</summary>
    public const string Address = "https://models.dev/api.json";

    private const string Api = "api.json";
    private const string Models = "models.json";
    private const string Catalog = "catalog.json";

    public string Format => "models.dev";

    public string Expects => "api.json (with models.json beside it, if there is one), catalog.json, or the folder that holds them";

    public bool CarriesItsDate => true;

    public SnapshotFiles Read(string path)
    {
        if (Directory.Exists(path))
        {
            var inside = ((string[])[Api, Catalog]).Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists)
                ?? throw new ImportException($"There is no {Api} and no {Catalog} in the folder '{path}': name {Expects}.");
            return Read(inside);
        }
        if (!File.Exists(path)) throw new ImportException($"There is no file '{path}': name {Expects}.");
        var name = Path.GetFileName(path);
        (string, string)[] wanted = name == Api ? [(Api, Api), (Models, Models)] : [(name, name == Catalog ? Catalog : Api)];
        return SnapshotPath.Files(Path.GetDirectoryName(Path.GetFullPath(path))!, wanted);
    }

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        var name = files.Find(Catalog) is null ? Api : Catalog;
        using var file = JsonFile.Open(name, files.Find(name)!);
        using var beside = files.Find(Models) is { } bytes ? JsonFile.Open(Models, bytes) : null;
        var root = file.Object();
        var (providers, models, below) = Parts(name, root, beside?.Object());

        var found = request.Date ?? SnapshotDate.Newest(providers, models, request.Today);
        var asOf = found ?? request.Today;
        var url = request.SourceUrl ?? Address;
        var log = new ImportLog(
            new() { Publisher = "models.dev", Url = url, Rank = SourceRank.Aggregator, AsOf = PartialDate.From(asOf), Retrieved = request.Date, Feed = Format }, asOf);
        if (request.Date is null)
            log.Note(found is null ? "no date given and none in the file: taken as of the day of the import" : $"no date given: taken as of {asOf:yyyy-MM-dd}, the newest 'last_updated' in the file", name);

        log.RefuseDoubled(file, "$");
        if (beside is not null) log.RefuseDoubled(beside, "models.json:$");
        var reader = new SnapshotReader(log, below, below == "$" || beside is not null ? "models.json:$" : "$.models", cancellationToken);
        reader.Read(providers, models);
        return new()
        {
            Snapshot = new() { Feed = Format, Files = files, AsOf = asOf, Retrieved = request.Date, Url = url },
            Claims = log.Claims, Refusals = log.Refusals, Notes = log.Notes, Counts = reader.Counts,
        };
    }

    /// <summary>Providers and canonical models, in one file or two.</summary>
    private static (JsonElement Providers, JsonElement? Models, string Below) Parts(string name, JsonElement root, JsonElement? beside)
    {
        // A provider called "providers" would have models itself.
        if (root.TryGetProperty("providers", out var providers) && !(providers.ValueKind is JsonValueKind.Object && providers.TryGetProperty("models", out _)))
        {
            var models = root.TryGetProperty("models", out var inside) ? inside : beside;
            if (providers.ValueKind is not JsonValueKind.Object) throw new ImportException($"{name}: 'providers' is {JsonFile.Shape(providers)}; it must be an object of providers by id.");
            if (models is { ValueKind: not JsonValueKind.Object } wrong) throw new ImportException($"{name}: 'models' is {JsonFile.Shape(wrong)}; it must be an object of models by id.");
            return (providers, models, "$.providers");
        }
        // Neither a provider nor a mistake somewhere in one: another file altogether.
        if (!root.EnumerateObject().Any(p => p.Value.ValueKind is JsonValueKind.Object && p.Value.TryGetProperty("models", out _)))
            throw new ImportException($"{name}: no provider with models is in it; it must be models.dev's api.json (providers by id, each with 'models') or an object of 'providers' and 'models'.");
        return (root, beside, "$");
    }
}

using System.Text.Json;
using Assay.Adapters.Importers.GenaiPrices;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// Pydantic's genai-prices (https://github.com/pydantic/genai-prices, MIT): prices of providers' models, each row with a rule that says
/// which ids it prices. docs/importers/genai-prices.md.
/// </summary>
public sealed class GenaiPricesCatalogue : IImporter
{
    private const string Name = "data.json";

    public string Format => "genai-prices";

    public string Expects => "data.json, or the folder 'prices' that holds it";

    public bool CarriesItsDate => false;

    public SnapshotFiles Read(string path) => SnapshotPath.File(path, Name);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        using var file = JsonFile.Open(Name, files.Find(Name)!);
        if (file.Root.ValueKind is not JsonValueKind.Array) throw new ImportException($"{Name}: the file is {JsonFile.Shape(file.Root)}; it must be a list of providers.");

        var list = new FeedImport(this, "genai-prices", "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/data.json", request);
        list.Log.RefuseDoubled(file, "$");
        var (providers, rows) = (0, 0);
        foreach (var provider in file.Root.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows += ProviderReader.Read(list, provider, $"$[{providers++}]");
        }
        return list.Done(files, [new("providers", providers), new("rows", rows)]);
    }
}

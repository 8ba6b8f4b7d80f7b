using Assay.Adapters.Importers.LlmPrices;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// Simon Willison's llm-prices (https://github.com/simonw/llm-prices): what vendors charge for their own models, with the days a
/// price held where it has changed. docs/importers/llm-prices.md.
/// </summary>
public sealed class LlmPricesCatalogue : IImporter
{
    public string Format => "llm-prices";

    public string Expects => "the folder 'data' with one file for each vendor, or one of the files";

    public bool CarriesItsDate => false;

    public SnapshotFiles Read(string path) => File.Exists(path) ? SnapshotPath.File(path, Path.GetFileName(path)) : SnapshotPath.Folder(path, Expects, name => !name.Contains('/', StringComparison.Ordinal));

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        var list = new FeedImport(this, "llm-prices", "https://github.com/simonw/llm-prices/tree/main/data", request);
        var models = 0;
        foreach (var (name, bytes) in files.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var file = JsonFile.Open(name, bytes);
            list.Log.RefuseDoubled(file, $"{name}:$");
            models += VendorReader.Read(list, file.Object(), name);
        }
        return list.Done(files, [new("vendors", files.Files.Count), new("entries", models)]);
    }
}

using Assay.Adapters.Importers.Portkey;
using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>
/// Portkey's prices and settings of models (https://github.com/Portkey-AI/models, MIT): a file per provider under <c>pricing/</c>, in US
/// cents, and one under <c>general/</c>. docs/importers/portkey.md. A whole-file feed: what is no longer in it has ended.
/// </summary>
public sealed class PortkeyCatalogue : IImporter
{
    public string Format => "portkey";

    public string Expects => "the folder of Portkey's models, with pricing/*.json and, if they are there, general/*.json";

    public bool CarriesItsDate => false;

    public SnapshotFiles Read(string path) => SnapshotPath.Folder(path, Expects, name =>
        (name.StartsWith("pricing/", StringComparison.Ordinal) || name.StartsWith("general/", StringComparison.Ordinal)) && name.Count('/') == 1);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        if (!files.Files.Any(f => f.Name.StartsWith("pricing/", StringComparison.Ordinal))) throw new ImportException($"The folder holds no pricing/*.json: name {Expects}.");
        var feed = new FeedImport(this, "Portkey", "https://github.com/Portkey-AI/models", request, found: null);
        var reader = new FolderReader(feed.Log, cancellationToken);
        reader.Read(files);
        return feed.Done(files, reader.Counts);
    }
}

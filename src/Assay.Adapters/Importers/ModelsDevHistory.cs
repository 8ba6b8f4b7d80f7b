using Assay.Adapters.Importers.History;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// What models.dev said before: lists of changes of prices and limits read from the history of its repository. Gives closed spans of days
/// only; what holds today is for the models.dev importer to say. docs/importers/models.dev-history.md.
/// </summary>
public sealed class ModelsDevHistory : IImporter
{
    private const string Prices = "price_history.csv";
    private const string Limits = "limit_history.csv";
    private const string Api = "api.json";

    public string Format => "models.dev-history";

    public string Expects => $"{Prices} or {Limits} (the other and {Api} beside it are read too), or the folder that holds them";

    public bool CarriesItsDate => true;

    public SnapshotFiles Read(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        string[] all = [Prices, Limits, Api];
        if (!Directory.Exists(path) && !all.Contains(Path.GetFileName(path))) return SnapshotPath.File(path, Prices);
        if (!Directory.Exists(path)) SnapshotPath.File(path, Path.GetFileName(path));
        var there = all.Where(name => File.Exists(Path.Combine(folder, name))).ToArray();
        if (there is [] or [Api]) throw new ImportException($"There is no {Prices} and no {Limits} in the folder '{folder}': name {Expects}.");
        return SnapshotPath.Files(folder, there.Select(name => (name, name)));
    }

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        var rows = files.Files.Where(f => f.Name != Api).SelectMany(f => CsvFile.Read(f.Name, f.Bytes)).ToList();
        var days = rows.Select(r => ChangeReader.Time(r.Date)).Where(t => t is not null).Select(t => DateOnly.FromDateTime(t!.Value.DateTime)).Where(d => d <= request.Today).ToList();
        var feed = new FeedImport(this, "models.dev", "https://github.com/anomalyco/models.dev/commits", request, days.Count > 0 ? (days.Max(), "the newest change in the files") : null);
        var changes = new ChangeReader(feed.Log, request.Today).Read(rows, cancellationToken);
        var spans = new SpanWriter(feed.Log, changes, Listed.Read(Api, files.Find(Api)), feed.AsOf);
        foreach (var chain in changes.GroupBy(c => (c.Offer, c.Property)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            spans.Write([.. chain]);
        }
        return feed.Done(files, [new("changes", rows.Count), new("changes read", changes.Count), new("values with a history", changes.Select(c => (c.Offer, c.Property)).Distinct().Count())]);
    }
}

using Assay.Adapters.Importers.Curated;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// The curated catalogue, docs/catalogue-format.md: a folder, one file per thing. Strict: every fault is told, and one fault keeps
/// everything out. Its claims carry the dates of their own sources.
/// </summary>
public sealed class AssayCatalogue : IImporter
{
    public string Format => "assay";

    public string Expects => "the folder of a curated catalogue, with organizations/, providers/, models/, benchmarks/";

    public bool CarriesItsDate => false;

    public SnapshotFiles Read(string path) => SnapshotPath.Folder(
        path, "the folder that holds organizations/, providers/, models/ and benchmarks/", name => !name.EndsWith(".md", StringComparison.Ordinal) && !name.Split('/').Any(part => part.StartsWith('.')), "*");

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        var read = new CuratedFile[files.Files.Count];
        Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => read[i] = CuratedFile.Read(files.Files[i].Name, files.Files[i].Bytes));
        if (read.Length == 0) throw new ImportException("The catalogue holds no file: it must have organizations/, providers/, models/ and benchmarks/ with .yaml files.");
        var ids = Ids(read);
        Parallel.ForEach(read, new ParallelOptions { CancellationToken = cancellationToken }, file =>
        {
            if (file.Name == IdentityReader.FileName) new IdentityReader(file).Read();
            else new FileReader(file, ids).Read();
        });

        var faults = read.SelectMany(f => f.Faults).ToArray();
        if (faults.Length > 0) throw new ImportException(faults);
        return new()
        {
            Snapshot = new() { Feed = Format, Files = files, AsOf = request.Date ?? request.Today, Url = request.SourceUrl },
            Claims = [.. read.SelectMany(f => f.Claims)],
            Refusals = [],
            Notes = [.. read.SelectMany(f => f.Notes.Select(n => (n.Text, Where: $"{f.Name}:{n.Line}"))).GroupBy(n => n.Text, n => n.Where, StringComparer.Ordinal).Select(n => new ImportNote(n.Key, n.Count(), n.First()))],
            Counts = [.. read.Where(f => f.Name != IdentityReader.FileName).GroupBy(f => f.Subject.Kind).OrderBy(g => g.Key).Select(g => new ImportCount(Plural(g.Key), g.Count()))],
        };
    }

    private static CuratedIds Ids(CuratedFile[] files)
    {
        HashSet<string> Of(SubjectKind kind) => files.Where(f => f.Subject.Kind == kind).Select(f => f.Subject.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Organizations = Of(SubjectKind.Organization), Providers = Of(SubjectKind.Provider), Models = Of(SubjectKind.Model),
            Benchmarks = files.Where(f => f.Subject.Kind is SubjectKind.Benchmark).ToDictionary(f => f.Subject.Id, UnitOf, StringComparer.Ordinal),
        };
    }

    /// <summary>The unit of the first source that gives one.</summary>
    private static string? UnitOf(CuratedFile benchmark) => benchmark.Root?.Find("sources") is YamlNode.List sources
        ? sources.Items.OfType<YamlNode.Map>()
            .Select(s => (s.Find("says") as YamlNode.Map)?.Find("unit"))
            .Select(unit => unit is YamlNode.Map longForm ? longForm.Find("value") : unit)
            .OfType<YamlNode.Text>().FirstOrDefault()?.Value
        : null;

    private static string Plural(SubjectKind kind) => kind is SubjectKind.Unattributed ? "unattributed" : kind.ToString().ToLowerInvariant() + "s";
}

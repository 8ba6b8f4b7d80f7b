using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Portkey;

/// <summary>Reads the whole folder: prices first, then settings. Two files may be one provider; the one with prices goes first.</summary>
internal sealed partial class FolderReader(ImportLog log, CancellationToken cancellationToken)
{
    private int providers;
    private int entries;

    public IReadOnlyList<ImportCount> Counts => [new("files", providers), new("entries", entries)];

    public void Read(SnapshotFiles files)
    {
        var prices = files.Files.Where(f => f.Name.StartsWith("pricing/", StringComparison.Ordinal)).ToArray();
        foreach (var file in prices) File(file, log, new PricingReader(log).Read);

        var priced = prices.Select(p => p.Name["pricing/".Length..]).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var beside = log.Beside();
        foreach (var file in files.Files.Where(f => f.Name.StartsWith("general/", StringComparison.Ordinal)).OrderByDescending(f => priced.Contains(f.Name["general/".Length..])))
        {
            var into = seen.Add(ProviderNames.IdOf(file.Name)) ? log : beside;
            File(file, into, (_, models) => models.ForEach(m => GeneralReader.Read(new(into, Subject.Offer(m.Offer), m.Path), m.Entry)));
        }
        log.Merge(beside);
    }

    private void File(SnapshotFile file, ImportLog into, Action<string, List<Model>> read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var json = JsonFile.Open(file.Name, file.Bytes);
        var provider = ProviderNames.IdOf(file.Name);
        if (!JsonNames.IsId(provider)) throw new ImportException($"{file.Name}: the file's name is no provider's id; name it as Portkey does.");
        var models = new List<Model>();
        into.RefuseDoubled(json, $"{file.Name}:$");
        providers++;
        foreach (var property in json.Object().EnumerateObject())
        {
            var path = $"{file.Name}:${JsonNames.Step(property.Name)}";
            if (property.Name is "name" or "description") continue;
            if (property.Name == "default")
            {
                into.Note("'default' stands for models without an entry and is none: not read", path);
                continue;
            }
            entries++;
            var what = $"offer {provider}/{property.Name}";
            if (!JsonNames.IsId(property.Name)) into.Refuse(what, path, property.Name, "an id that no offer can be named by", "an id without '#' and spaces at its ends");
            else if (property.Value.ValueKind is not JsonValueKind.Object) into.Refuse(what, path, property.Value.GetRawText(), "wrong type", "an object");
            else if (SizeClass().IsMatch(property.Name)) into.Refuse(what, path, property.Value.GetRawText(), "a price class by size, not a model", "entries of models");
            else models.Add(new($"{provider}/{property.Name}", property.Name, property.Value, path));
        }
        read(provider, models);
    }

    [GeneratedRegex(@"^[0-9]+b\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SizeClass();
}

/// <summary>One entry of a file.</summary>
internal sealed record Model(string Offer, string Id, JsonElement Entry, string Path);

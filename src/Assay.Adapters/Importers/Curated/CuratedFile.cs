using Assay.Catalog;

namespace Assay.Adapters.Importers.Curated;

/// <summary>One file of the catalogue: what it is about, its text as a tree, and the faults found in it.</summary>
internal sealed class CuratedFile
{
    private const string Extension = ".yaml";
    // Whoever has so many has made one mistake over and over.
    private const int MostFaults = 100;

    private readonly List<(int Line, string Text)> faults = [];
    private int faultCount;

    private CuratedFile(string name, Subject subject) => (Name, Subject) = (name, subject);

    /// <summary>Path below the catalogue's folder, with slashes.</summary>
    public string Name { get; }

    public Subject Subject { get; }

    /// <summary>Null when the file cannot be read as YAML.</summary>
    public YamlNode.Map? Root { get; private set; }

    public IEnumerable<string> Faults => faults.OrderBy(f => f.Line).Select(f => $"{Name}:{f.Line}: {f.Text}")
        .Concat(faultCount > faults.Count ? [$"{Name}: and {faultCount - faults.Count:#,0} more faults; correct these first"] : []);

    public List<Claim> Claims { get; } = [];

    public List<(string Text, int Line)> Notes { get; } = [];

    public static CuratedFile Read(string name, byte[] bytes)
    {
        if (name == IdentityReader.FileName)
        {
            var decisions = new CuratedFile(name, new(SubjectKind.Offer, name));
            decisions.Root = YamlNode.Read(bytes, decisions.Fault);
            return decisions;
        }
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var kind = slash < 0 ? SubjectKind.NotDecided : CuratedIds.KindOf(name[..slash]);
        var id = name[(kind is SubjectKind.NotDecided ? 0 : slash + 1)..];
        if (id.EndsWith(Extension, StringComparison.Ordinal)) id = id[..^Extension.Length];
        var file = new CuratedFile(name, new(kind, id));
        if (!name.EndsWith(Extension, StringComparison.Ordinal)) file.Fault(1, "the name does not end in .yaml; rename the file");
        else if (kind is SubjectKind.NotDecided) file.Fault(1, "the file is in no known folder; allowed are organizations, providers, models, benchmarks, unattributed, and the file identity.yaml");
        else if (kind is SubjectKind.Model ? !CuratedIds.IsModelId(id) : !CuratedIds.IsId(id))
            file.Fault(1, $"the path makes the id '{id}'; {(kind is SubjectKind.Model ? "a model's is models/organization/model.yaml" : "allowed is one name in the folder")} of a–z, 0–9, '.', '_', '-'");
        else file.Root = YamlNode.Read(bytes, file.Fault);
        return file;
    }

    public void Fault(int line, string text)
    {
        faultCount++;
        if (faults.Count < MostFaults) faults.Add((line, text));
    }

    /// <summary>Tells each key that is not allowed here.</summary>
    public void Only(YamlNode.Map map, string where, IEnumerable<string> allowed)
    {
        foreach (var entry in map.Entries)
            if (!allowed.Contains(entry.Key)) Fault(entry.Line, $"unknown key '{entry.Key}' {where}; allowed are {string.Join(", ", allowed)}");
    }

    /// <summary>The text under a key; a fault when it is missing (and required), not text, or empty.</summary>
    public string? Text(YamlNode.Map map, string key, string where, bool required = false)
    {
        switch (map.Find(key))
        {
            case YamlNode.Text { Value.Length: > 0 } text: return text.Value;
            case null when required: Fault(map.Line, $"'{key}' is missing {where}; add it"); break;
            case { } node: Fault(node.Line, $"'{key}' {where} is {node.Shape}; it must be text"); break;
        }
        return null;
    }

    public YamlNode.Map? Map(YamlNode.Map parent, string key)
    {
        switch (parent.Find(key))
        {
            case YamlNode.Map map: return map;
            case { } node: Fault(node.Line, $"'{key}' is {node.Shape}; it must be a map"); break;
        }
        return null;
    }

    public IReadOnlyList<YamlNode> List(YamlNode.Map parent, string key)
    {
        switch (parent.Find(key))
        {
            case YamlNode.List list: return list.Items;
            case { } node: Fault(node.Line, $"'{key}' is {node.Shape}; it must be a list"); break;
        }
        return [];
    }
}

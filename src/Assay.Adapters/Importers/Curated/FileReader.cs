using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.Curated;

/// <summary>Reads one file into claims: the identity of its thing, then source by source what they say.</summary>
internal sealed class FileReader(CuratedFile file, CuratedIds ids)
{
    private static readonly string[] Says = [.. Vocabulary.Model.Keys, "capabilities", "tasks", "lifecycle", "claims_of_rank"];

    private bool IsModel => file.Subject.Kind is SubjectKind.Model;

    public void Read()
    {
        if (file.Root is not { } root) return;
        file.Only(root, "at the top", TopKeys());
        var blocks = new List<SourceBlock>();
        var sources = file.List(root, "sources");
        if (sources.Count == 0 && root.Find("sources") is null or YamlNode.List) file.Fault(root.Line, "'sources' is missing; a file lists at least one source");
        foreach (var node in sources)
        {
            if (node is not YamlNode.Map map) file.Fault(node.Line, $"a source is {node.Shape}; it must be a map with publisher, url, rank and as_of");
            else blocks.Add(ReadSource(map));
        }
        ReadIdentity(root, blocks);
        CheckReferences();
    }

    private string[] TopKeys() => file.Subject.Kind switch
    {
        SubjectKind.Model => ["name", "organization", "family", "aliases", "sources"],
        SubjectKind.Provider or SubjectKind.Benchmark => ["name", "aliases", "sources"],
        _ => ["name", "sources"],
    };

    private SourceBlock ReadSource(YamlNode.Map map)
    {
        string[] parts = file.Subject.Kind switch { SubjectKind.Model => ["says", "offers", "benchmarks"], SubjectKind.Unattributed => ["says", "benchmarks"], _ => ["says"] };
        file.Only(map, "in a source", ["publisher", "url", "no_url", "rank", "as_of", "retrieved", .. parts]);
        var block = SourceBlock.Read(file, map);
        if (parts.All(p => map.Find(p) is null)) file.Fault(map.Line, $"this source says nothing; give {string.Join(", ", parts)}, or take it away");

        if (file.Map(map, "says") is { } says) ReadSays(block, says);
        if (file.Map(map, "offers") is { } offers && IsModel) new OfferReader(file, ids).Read(block, offers);
        foreach (var result in file.List(map, "benchmarks")) new ResultReader(file, ids).Read(block, result);
        return block;
    }

    private void ReadSays(SourceBlock block, YamlNode.Map says)
    {
        var keys = file.Subject.Kind switch
        {
            SubjectKind.Organization => Vocabulary.Organization,
            SubjectKind.Provider => Vocabulary.Provider,
            SubjectKind.Benchmark => Vocabulary.OfBenchmark,
            _ => Vocabulary.Model,
        };
        block.Read(file.Subject, says, keys);
        if (keys != Vocabulary.Model)
        {
            file.Only(says, "under 'says'", keys.Keys);
            return;
        }
        file.Only(says, "under 'says'", Says);
        block.ReadUnder(file.Subject, says, "capabilities", Vocabulary.Capabilities);
        block.ReadUnder(file.Subject, says, "tasks", Vocabulary.Tasks);
        block.ReadUnder(file.Subject, says, "lifecycle", Vocabulary.Lifecycle);
        block.Derive(file.Subject, says);
        foreach (var placement in file.List(says, "claims_of_rank"))
            if (Statement.Read(file, "claims_of_rank", placement, ValueKind.Text) is { } statement) block.Add(file.Subject, Property.ClaimOfRank, statement);
    }

    /// <summary>Name, aliases, family and organization: ours, as of the newest source of the file, and true of all its time.</summary>
    private void ReadIdentity(YamlNode.Map root, List<SourceBlock> blocks)
    {
        var name = file.Text(root, "name", "at the top", required: true);
        var organization = file.Text(root, "organization", "at the top");
        var family = file.Text(root, "family", "at the top");
        if (blocks.Count == 0 || file.Subject.Kind is SubjectKind.Unattributed) return;

        var source = new Source
        {
            Publisher = Source.Catalogue, Url = null, NoUrl = "identity of the thing, given by the catalogue", Rank = SourceRank.Aggregator,
            AsOf = blocks.Select(b => b.Source.AsOf).MaxBy(d => d.Latest),
        };
        var from = file.Claims.Count > 0 ? file.Claims.Min(c => c.From) : blocks.Min(b => b.Source.AsOf.Earliest);
        void Say(Property property, string value) =>
            file.Claims.Add(new() { Subject = file.Subject, Property = property, Value = new ClaimValue.Words(value), Source = source, From = from });

        if (name is not null) Say(Property.DisplayName, name);
        if (IsModel) Say(Property.Organization, organization ?? file.Subject.Id[..file.Subject.Id.IndexOf('/', StringComparison.Ordinal)]);
        if (family is not null) Say(Property.Family, family);
        foreach (var alias in file.List(root, "aliases"))
        {
            if (alias is YamlNode.Text { Value.Length: > 0 } text) Say(Property.Alias, text.Value);
            else file.Fault(alias.Line, $"an alias is {alias.Shape}; it must be text");
        }
    }

    private void CheckReferences()
    {
        foreach (var claim in file.Claims)
        {
            var id = claim.Value.Text;
            if ((claim.Property == Property.Organization || claim.Property == Property.About("organization")) && !ids.Organizations.Contains(id))
            {
                var line = file.Root!.Find("organization")?.Line ?? 1;
                file.Fault(line, $"unknown organization '{id}'; add organizations/{id}.yaml, or correct the name");
            }
            if (claim.Property == Property.Successor && claim.Value is ClaimValue.Words && !ids.Models.Contains(id))
                file.Notes.Add(($"successor without a file of its own: {id}", file.Root!.Line));
        }
    }
}

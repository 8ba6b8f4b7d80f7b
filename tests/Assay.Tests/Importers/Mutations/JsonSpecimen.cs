using Assay.Adapters.Storage;

namespace Assay.Tests.Importers.Mutations;

/// <summary>Lists of entries in JSON.</summary>
internal sealed class JsonSpecimen : Specimen
{
    private const int Entries = 12;

    private readonly Dictionary<string, Tree> files;
    private readonly HashSet<Tree> lists = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Tree> above = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Tree List, int Index)> sites = [];

    // Without it there is no snapshot of the format.
    private readonly string needed;

    public JsonSpecimen(string format, string path) : base(format)
    {
        Whole = Importer.Read(path);
        files = Whole.Files.ToDictionary(f => f.Name, f => Tree.Parse(f.Bytes), StringComparer.Ordinal);
        foreach (var (name, tree) in files) Find(format, name, tree);
        needed = files.Keys.First(name => name is "api.json" || name.StartsWith("pricing/", StringComparison.Ordinal) || files.Count == files.Keys.Count(n => !n.Contains('/') && n is not "api.json"));
        foreach (var list in lists) sites.AddRange(list.Members.Index().Where(m => m.Item.Key is not ("\"name\"" or "\"description\"")).Select(m => (list, m.Index)));
    }

    public override SnapshotFiles Whole { get; }

    public override Excerpt Take(Chance chance)
    {
        var chosen = chance.Some(sites, Entries).ToHashSet();
        // An entry that names a base is taken with it.
        if (files.GetValueOrDefault("models.json") is { } models && lists.Contains(models))
        {
            var bases = chosen.Select(s => s.List.Members[s.Index].Value.Find("base_model")?.Raw).ToHashSet();
            chosen.UnionWith(models.Members.Index().Where(m => bases.Contains(m.Item.Key)).Select(m => (models, m.Index)));
        }
        return new Part(this, chosen);
    }

    private void Find(string format, string name, Tree root)
    {
        Tree[] found = format switch
        {
            "models.dev" when name == "api.json" => [.. root.Members.Select(p => p.Value.Find("models")).OfType<Tree>()],
            "genai-prices" => [.. root.Members.Select(p => p.Value.Find("models")).OfType<Tree>()],
            "openrouter" => [root.Find("data")!],
            "llm-prices" => [root.Find("models")!],
            _ => [root],
        };
        lists.UnionWith(found.Where(f => f.Kind != ' '));
        Above(root);
    }

    private bool Above(Tree tree)
    {
        if (lists.Contains(tree)) return true;
        var is_ = false;
        foreach (var (_, value) in tree.Members) is_ |= Above(value);
        return is_ && above.Add(tree);
    }

    private SnapshotFiles Build(HashSet<(Tree, int)> chosen, (Tree List, int Index)? site = null, IReadOnlyList<(string, Tree)>? changed = null)
    {
        var built = files.Select(f => (f.Key, Tree: Rebuild(f.Value, chosen, site, changed))).ToList();
        var kept = built.Where(f => files.Count == 1 || f.Key == needed || f.Tree.Members.Count > 0 && HasEntries(f.Key, chosen)).ToArray();
        return new((kept.Length > 0 ? kept : [built[0]]).Select(f => new SnapshotFile(f.Key, f.Tree.Bytes())));
    }

    private bool HasEntries(string file, HashSet<(Tree List, int)> chosen) => files[file].All().Any(t => lists.Contains(t) && chosen.Any(c => ReferenceEquals(c.List, t)));

    private Tree Rebuild(Tree tree, HashSet<(Tree, int)> chosen, (Tree List, int Index)? site, IReadOnlyList<(string, Tree)>? changed)
    {
        if (lists.Contains(tree))
            return tree.With(tree.Members.Index().Where(m => chosen.Contains((tree, m.Index))).SelectMany(m => site is { } s && ReferenceEquals(s.List, tree) && s.Index == m.Index && changed is not null ? changed : [m.Item]));
        if (!above.Contains(tree)) return tree;
        return tree.With(tree.Members.Select(m => (m.Key, Value: Rebuild(m.Value, chosen, site, changed), Was: m.Value)).Where(m => !above.Contains(m.Was) || m.Value.Members.Any(v => v.Value.Members.Count > 0 && v.Value.Kind != ' ')
            && m.Was.Members.Any(w => lists.Contains(w.Value) && w.Value.Members.Index().Any(i => chosen.Contains((w.Value, i.Index))))).Select(m => (m.Key, m.Value)));
    }

    private sealed class Part(JsonSpecimen of, HashSet<(Tree List, int Index)> chosen) : Excerpt
    {
        public override SnapshotFiles Files { get; } = of.Build(chosen);

        protected override Mutant One(Chance chance) => chance.One(8) ? Anywhere(chance) : Entry(chance);

        private Mutant Anywhere(Chance chance)
        {
            var at = chance.Below(Files.Files.Count);
            var tree = Tree.Parse(Files.Files[at].Bytes);
            var told = JsonMutation.Of(tree, chance);
            return new($"{Files.Files[at].Name}: {told}", new(Files.Files.Select((f, i) => i == at ? f with { Bytes = tree.Bytes() } : f)));
        }

        private Mutant Entry(Chance chance)
        {
            var sites = chosen.OrderBy(s => of.sites.IndexOf(s)).ToArray();
            var site = chance.Of(sites);
            var (key, value) = site.List.Members[site.Index];
            while (true)
            {
                var around = Tree.Empty(site.List.Kind).With([(key, value.Copy())]);
                var told = JsonMutation.Of(around, chance);
                if (around.Kind != site.List.Kind) continue;
                return new($"entry {key}[{site.Index}]: {told}", of.Build(chosen, site, around.Members))
                {
                    Without = of.Build([.. chosen.Where(c => c != site)]), Before = of.Build([site]), Alone = around.Members.Count == 0 ? null : of.Build([site], site, around.Members),
                };
            }
        }
    }
}

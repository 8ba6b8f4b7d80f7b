namespace Assay.Catalog;

/// <summary>The model that a source's label means.</summary>
/// <param name="ModelId">Canonical id.</param>
/// <param name="Configuration">How the model was run, as the label tells it; null where it tells nothing.</param>
public sealed record LabelMatch(string ModelId, string? Configuration);

/// <summary>
/// Reads the names that leaderboards give to models. A label is cut into a name and what follows it about the run (effort, thinking budget,
/// calling mode), and the name has to be a name of exactly one model. What is left open stays open: a wrong model's score is worse than none.
/// </summary>
public sealed class ModelLabels
{
    private readonly Names reviewed = new();
    private readonly Names others = new();

    /// <param name="models">Canonical ids with the names each is known by; <c>Reviewed</c> are those that the curated catalogue gives.</param>
    public ModelLabels(IEnumerable<(string Id, IEnumerable<(string Name, bool Reviewed)> Names)> models)
    {
        foreach (var (id, names) in models)
        {
            var known = names.ToArray();
            foreach (var (name, isReviewed) in known) (isReviewed ? reviewed : others).Add(name, id);
            (Array.Exists(known, n => n.Reviewed) ? reviewed : others).Add(id, id);
        }
    }

    /// <summary>Null where the label names no model, several, or a composite of two.</summary>
    public LabelMatch? Match(string label)
    {
        if (LabelText.Read(label) is not { } read) return null;
        var name = read.Name;
        var told = read.Told;
        // The longest name goes first: "kimi-k2-thinking" is a model of its own.
        while (true)
        {
            if ((Find(name) ?? Undated(name)) is { } id) return new(id, told.Count == 0 ? null : string.Join(", ", told));
            if (LabelText.CutTail(name) is not { } cut) return null;
            name = cut.Name;
            if (cut.Told is not null) told = [cut.Told, .. told];
        }
    }

    /// <summary>A name that somebody has reviewed goes before the same name in an imported list, which may hold a model twice.</summary>
    private string? Find(string name) => reviewed.Find(name) ?? others.Find(name);

    /// <summary>A dated release of a model that the catalogue does not part by dates. Where it does, another date is another model.</summary>
    private string? Undated(string name)
    {
        if (LabelText.TrailingDate().Match(name) is not { Success: true } date) return null;
        return Find(name[..date.Index]) is { } id && !reviewed.Dated.Contains(id) && !others.Dated.Contains(id) ? id : null;
    }

    /// <summary>Names → ids. A name that several models share decides nothing.</summary>
    private sealed class Names
    {
        private readonly Dictionary<string, string?> byName = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string?> byWords = new(StringComparer.Ordinal);

        /// <summary>Models with a date in a name.</summary>
        public HashSet<string> Dated { get; } = new(StringComparer.Ordinal);

        public void Add(string name, string id)
        {
            var normal = LabelText.Normal(name[(name.LastIndexOf('/') + 1)..]);
            Put(byName, LabelText.Normal(name), id);
            Put(byName, normal, id);
            Put(byName, $"{id[..id.IndexOf('/', StringComparison.Ordinal)]}-{normal}", id);
            Put(byWords, LabelText.Bag(normal), id);
            if (LabelText.TrailingDate().IsMatch(normal)) Dated.Add(id);
        }

        public string? Find(string name)
        {
            if (byName.TryGetValue(name, out var id)) return id;
            var last = name[(name.LastIndexOf('/') + 1)..];
            if (last.Length < name.Length && byName.TryGetValue(last, out id)) return id;
            // Claude's tiers stand before or behind the version: "claude-4-sonnet", "claude-sonnet-4".
            return last.StartsWith("claude-", StringComparison.Ordinal) ? byWords.GetValueOrDefault(LabelText.Bag(last)) : null;
        }

        private static void Put(Dictionary<string, string?> names, string name, string id) =>
            names[name] = names.TryGetValue(name, out var other) && other != id ? null : id;
    }
}

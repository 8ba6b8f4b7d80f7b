namespace Assay.Catalog;

/// <summary>The model that a source's label means.</summary>
/// <param name="ModelId">Canonical id.</param>
/// <param name="Configuration">How the model was run, as the label tells it; null where it tells nothing.</param>
public sealed record LabelMatch(string ModelId, string? Configuration)
{
    /// <summary>The label was read as names of offers are; false where it is a name of the model as it is written.</summary>
    public bool Read { get; init; }
}

/// <summary>
/// Reads the names that leaderboards give to models. A label is cut into a name and what follows it about the run (effort, thinking budget,
/// calling mode), and the name has to be a name of exactly one model: as it is written, else as the names of offers are read. What is left
/// open stays open: a wrong model's score is worse than none.
/// </summary>
public sealed class ModelLabels
{
    private readonly Names reviewed = new();
    private readonly Names others = new();
    private readonly Identity.ReadLabels read = new();

    /// <param name="models">Canonical ids with the names each is known by; <c>Reviewed</c> are those that the curated catalogue gives.</param>
    /// <param name="offered">Ids of models that no list describes and offers name.</param>
    public ModelLabels(IEnumerable<(string Id, IEnumerable<(string Name, bool Reviewed)> Names)> models, IEnumerable<string>? offered = null)
    {
        foreach (var (id, names) in models)
        {
            var known = names.ToArray();
            var isReviewed = Array.Exists(known, n => n.Reviewed);
            foreach (var (name, byUs) in known)
            {
                (byUs ? reviewed : others).Add(name, id);
                read.Add(id, name, isReviewed ? 0 : 1);
            }
            (isReviewed ? reviewed : others).Add(id, id);
            read.Add(id, id, isReviewed ? 0 : 1);
        }
        foreach (var id in offered ?? []) read.Add(id, id, 2);
    }

    /// <summary>Null where the label names no model, several, or a composite of two.</summary>
    public LabelMatch? Match(string label)
    {
        if (LabelText.Read(label) is not { } parts) return null;
        if (Cut(parts.Name, parts.Told, name => (Find(name) ?? Undated(name)) is { } id ? (id, []) : null) is { } written) return written;
        var match = read.Find(parts.Written) is { } found ? Matched(found.ModelId, [.. found.Told, .. parts.Told]) : Cut(parts.Name, parts.Told, read.Find);
        return match is null ? null : match with { Read = true };
    }

    /// <summary>The longest name goes first: "kimi-k2-thinking" is a model of its own.</summary>
    private static LabelMatch? Cut(string name, IReadOnlyList<string> told, Func<string, (string ModelId, IReadOnlyList<string> Told)?> find)
    {
        while (true)
        {
            if (find(name) is { } found) return Matched(found.ModelId, [.. found.Told, .. told]);
            if (LabelText.CutTail(name) is not { } cut) return null;
            name = cut.Name;
            if (cut.Told is not null) told = [cut.Told, .. told];
        }
    }

    private static LabelMatch Matched(string id, IReadOnlyList<string> told) => new(id, told.Count == 0 ? null : string.Join(", ", told.Distinct(StringComparer.Ordinal)));

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

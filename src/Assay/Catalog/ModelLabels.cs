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
    private readonly Dictionary<string, string?> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> byWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> withDate = new(StringComparer.Ordinal);

    /// <param name="models">Canonical ids with every name each is known by.</param>
    public ModelLabels(IEnumerable<(string Id, IEnumerable<string> Names)> models)
    {
        foreach (var (id, names) in models)
        {
            var maker = id[..id.IndexOf('/', StringComparison.Ordinal)];
            foreach (var name in names.Append(id))
            {
                var normal = LabelText.Normal(name[(name.LastIndexOf('/') + 1)..]);
                Add(byName, normal, id);
                Add(byName, LabelText.Normal(name), id);
                Add(byName, $"{maker}-{normal}", id);
                Add(byWords, LabelText.Bag(normal), id);
                if (LabelText.TrailingDate().IsMatch(normal)) withDate.Add(id);
            }
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
            if (Find(name) is { } id) return new(id, told.Count == 0 ? null : string.Join(", ", told));
            if (Undated(name) is { } dated) return new(dated.Id, string.Join(", ", told.Append(dated.Date)));
            if (LabelText.CutTail(name) is not { } cut) return null;
            name = cut.Name;
            if (cut.Told is not null) told = [cut.Told, .. told];
        }
    }

    private string? Find(string name)
    {
        if (byName.TryGetValue(name, out var id)) return id;
        var last = name[(name.LastIndexOf('/') + 1)..];
        if (last.Length < name.Length && byName.TryGetValue(last, out id)) return id;
        // Claude's tiers stand before or behind the version: "claude-4-sonnet", "claude-sonnet-4".
        return last.StartsWith("claude-", StringComparison.Ordinal) ? byWords.GetValueOrDefault(LabelText.Bag(last)) : null;
    }

    /// <summary>A dated release of a model that the catalogue does not part by dates. Where it does, another date is another model.</summary>
    private (string Id, string Date)? Undated(string name)
    {
        if (LabelText.TrailingDate().Match(name) is not { Success: true } date) return null;
        return Find(name[..date.Index]) is { } id && !withDate.Contains(id) ? (id, date.Groups["date"].Value) : null;
    }

    // Null marks a name that several models share: it decides nothing.
    private static void Add(Dictionary<string, string?> names, string name, string id) =>
        names[name] = names.TryGetValue(name, out var other) && other != id ? null : id;
}

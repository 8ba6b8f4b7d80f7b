using Assay.Catalog;

namespace Assay.Search.Box;

/// <summary>
/// Every name of a catalogue: models, makers, providers, benchmarks and pages. Finds by ranks (<see cref="NameMatch"/>); within a rank curated models and what has
/// more behind it go first. Made once for a catalogue, immutable and thread-safe.
/// </summary>
public sealed class NameIndex
{
    /// <summary>Hits that are worth ranking; who types two letters means none of the other hundreds.</summary>
    private const int Most = 400;

    private readonly CatalogSnapshot catalog;
    private readonly NamedThing[] things;
    private readonly Key[] keys;
    private readonly HashSet<string> words;

    /// <param name="OfItself">False of a model's id with its maker in front: a match there says little of the model.</param>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Key(PlainName Name, int Thing, bool OfItself);

    /// <param name="catalog">Whose names.</param>
    /// <param name="pages">Pages that are found by name too.</param>
    public NameIndex(CatalogSnapshot catalog, IEnumerable<NamedThing> pages)
    {
        this.catalog = catalog;
        things = [.. Models(catalog), .. Makers(catalog), .. Providers(catalog), .. Benchmarks(catalog), .. pages];
        keys = [.. things.SelectMany((t, i) => Keys(t, i)).Distinct()];
        words = [.. things.Where(t => t.Kind is NamedKind.Model).SelectMany(t => t.Names.Append(t.Title).Append(t.Id)).SelectMany(PlainName.Words)];
    }

    /// <summary>Best first; the same thing once.</summary>
    /// <param name="text">A name, or a part of one.</param>
    public IReadOnlyList<NameHit> Find(string text)
    {
        var wanted = PlainName.Of(text);
        if (wanted.Joined.Length == 0) return [];
        var best = new Dictionary<int, NameMatch>();
        // Ids of providers are not among the keys: there are ten times as many as models, and nobody types a part of one.
        if (text.Contains('/', StringComparison.Ordinal))
            foreach (var model in Known(text)) best[Place(model)] = NameMatch.Exact;
        var parts = PlainName.Words(text).Select(w => " " + w).ToArray();
        foreach (var key in keys)
            if (Match(key, wanted, parts) is { } match && (!best.TryGetValue(key.Thing, out var other) || match < other)) best[key.Thing] = match;
        // A model that somebody has described goes before others of its name, here as everywhere.
        int[] models = [.. best.Where(b => b.Value is NameMatch.Exact && things[b.Key].Kind is NamedKind.Model).Select(b => b.Key)];
        if (models.Length > 1 && models.Count(m => things[m].Curated) == 1)
            foreach (var other in models.Where(m => !things[m].Curated)) best[other] = NameMatch.Beginning;
        return [.. best.Select(b => new NameHit(things[b.Key], b.Value)).Order(Rank).Take(Most)];
    }

    /// <summary>Names that differ from a text in a few letters, best first: for a text that is no name.</summary>
    public IReadOnlyList<NameHit> Near(string text, int count)
    {
        var wanted = PlainName.Of(text).Joined;
        if (wanted.Length < 3) return [];
        var most = Math.Max(1, wanted.Length / 4);
        var near = new Dictionary<int, int>();
        foreach (var key in keys)
        {
            if (Math.Abs(key.Name.Joined.Length - wanted.Length) > most) continue;
            var distance = NearestNames.Distance(wanted, key.Name.Joined);
            if (distance <= most && (!near.TryGetValue(key.Thing, out var other) || distance < other)) near[key.Thing] = distance;
        }
        var hits = near.Select(n => new NameHit(things[n.Key], NameMatch.Near, n.Value)).Order(Rank).Take(count).ToList();
        // Where whole names are too far off, words that they share still help.
        if (hits.Count < count)
            hits.AddRange(NearestNames.Of(text, catalog.Models, count).Where(m => hits.All(h => h.Thing.Model != m)).Take(count - hits.Count).Select(m => new NameHit(things[Place(m)], NameMatch.Near, most + 1)));
        return hits;
    }

    /// <summary>Whether some model has this word in a name, as a whole word.</summary>
    public bool IsWordOfModel(string word) => words.Contains(word);

    /// <summary>Whether more is better on a benchmark; as everywhere it is, unless the catalogue says otherwise.</summary>
    public bool HigherIsBetter(string benchmark) => !catalog.Benchmarks.TryGetValue(benchmark, out var known) || known.HigherIsBetter;

    /// <summary>The order of hits: rank, then fewer wrong letters, then described models, then kind and weight, then the shorter name.</summary>
    internal static readonly IComparer<NameHit> Rank = Comparer<NameHit>.Create(static (a, b) =>
    {
        var order = a.Match.CompareTo(b.Match);
        if (order == 0) order = a.Distance.CompareTo(b.Distance);
        if (order == 0) order = b.Thing.Curated.CompareTo(a.Thing.Curated);
        if (order == 0) order = a.Thing.Kind.CompareTo(b.Thing.Kind);
        if (order == 0) order = b.Thing.Weight.CompareTo(a.Thing.Weight);
        if (order == 0) order = a.Thing.Title.Length.CompareTo(b.Thing.Title.Length);
        return order == 0 ? string.CompareOrdinal(a.Thing.Id, b.Thing.Id) : order;
    });

    private IReadOnlyList<Model> Known(string text) => catalog.Find(text) switch
    {
        NameLookup.Found found => [found.Model],
        NameLookup.Ambiguous several => several.Candidates,
        _ => [],
    };

    /// <summary>Models stand first and in the catalogue's order, which is by id.</summary>
    private int Place(Model model)
    {
        var (low, high) = (0, catalog.Models.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(things[middle].Id, model.Id) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static NameMatch? Match(in Key key, PlainName wanted, string[] parts)
    {
        if (key.Name.Joined == wanted.Joined) return NameMatch.Exact;
        if (key.Name.Joined.Length < wanted.Joined.Length) return null;
        var match = key.Name.Joined.StartsWith(wanted.Joined, StringComparison.Ordinal) ? NameMatch.Beginning
            : Array.TrueForAll(parts, Within(key.Name.Spaced)) ? NameMatch.Words
            : key.Name.Joined.Contains(wanted.Joined, StringComparison.Ordinal) ? NameMatch.Part : (NameMatch?)null;
        return key.OfItself || match is null or NameMatch.Part ? match : NameMatch.Words;
    }

    private static Predicate<string> Within(string name) => part => name.Contains(part, StringComparison.Ordinal);

    private static IEnumerable<Key> Keys(NamedThing thing, int place) =>
        thing.Names.Append(thing.Title).Select(n => new Key(PlainName.Of(n), place, true))
            .Concat(thing.Kind is NamedKind.Model ? [new Key(PlainName.Of(thing.Id), place, false)] : [])
            .Where(k => k.Name.Joined.Length > 0);

    private static IEnumerable<NamedThing> Models(CatalogSnapshot catalog) =>
        catalog.Models.Select(m => new NamedThing(NamedKind.Model, m.Id, m.Name, [m.Id[(m.Id.IndexOf('/', StringComparison.Ordinal) + 1)..], m.Slug, .. m.Aliases], m.Offers.Count) { Model = m });

    private static IEnumerable<NamedThing> Makers(CatalogSnapshot catalog) =>
        catalog.Models.GroupBy(m => m.Organization.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new NamedThing(NamedKind.Maker, g.Key, g.First().Organization.Name, [g.Key], g.Count()));

    private static IEnumerable<NamedThing> Providers(CatalogSnapshot catalog) =>
        catalog.Providers.Values.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => new NamedThing(NamedKind.Provider, p.Id, p.Name, [p.Id], catalog.OffersOf[p.Id].Count())).Where(p => p.Weight > 0);

    private static IEnumerable<NamedThing> Benchmarks(CatalogSnapshot catalog)
    {
        var results = catalog.Models.SelectMany(m => m.Results).GroupBy(r => r.Score.Benchmark, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return results.Keys.Union(catalog.Benchmarks.Keys).Order(StringComparer.Ordinal)
            .Select(id => new NamedThing(NamedKind.Benchmark, id, catalog.Benchmarks.GetValueOrDefault(id)?.Name ?? id, [id], results.GetValueOrDefault(id)));
    }
}

namespace Assay.Evaluation.Reports;

/// <summary>The samples of a suite as statistics need them: no texts. Made once for a suite and shared by all its runs.</summary>
public sealed class SuiteItems
{
    /// <summary>Imported records may have words of their own; these follow.</summary>
    private static readonly string[] Easiest = ["easy", "medium", "hard"];

    private readonly Dictionary<string, int> places;

    private SuiteItems(IReadOnlyList<string> ids, int[] clusters, ItemGroup all, IReadOnlyList<ItemGroup> categories, IReadOnlyList<ItemGroup> byDifficulty, IReadOnlyList<string?> difficulties)
    {
        (Ids, ClusterOf, All, Categories, ByDifficulty, Difficulties) = (ids, clusters, all, categories, byDifficulty, difficulties);
        places = new(ids.Count, StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++) places.TryAdd(ids[i], i);
    }

    /// <summary>By place.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>By place; null where the suite does not say.</summary>
    public IReadOnlyList<string?> Difficulties { get; }

    /// <summary>By place: samples of equal numbers are related. A sample that is related to none has a number of its own.</summary>
    public IReadOnlyList<int> ClusterOf { get; }

    public ItemGroup All { get; }

    /// <summary>In the order of the suite; without those that have no sample.</summary>
    public IReadOnlyList<ItemGroup> Categories { get; }

    /// <summary>The easiest first; without those that have no sample. A sample of which the suite says nothing is in none.</summary>
    public IReadOnlyList<ItemGroup> ByDifficulty { get; }

    public int Count => Ids.Count;

    /// <summary>The place of a sample, null where there is none of this id.</summary>
    public int? Find(string id) => places.TryGetValue(id, out var place) ? place : null;

    /// <param name="samples">In the order of their places; read once, nothing of them is held.</param>
    public static SuiteItems Of(Suite suite, IEnumerable<Sample> samples)
    {
        var (ids, clusters, difficulties) = (new List<string>(), new List<int>(), new List<string?>());
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = suite.Categories.Distinct(StringComparer.Ordinal).ToDictionary(c => c, _ => new List<int>(), StringComparer.Ordinal);
        var next = 0;
        foreach (var sample in samples)
        {
            if (sample.Place != ids.Count) throw new ArgumentException($"Sample '{sample.Id}' has place {sample.Place} where {ids.Count} is due: samples are given in the order of their places, without gaps.", nameof(samples));
            ids.Add(sample.Id);
            difficulties.Add(sample.Difficulty);
            if (sample.Cluster is null) clusters.Add(next++);
            else
            {
                if (!numbers.TryGetValue(sample.Cluster, out var number)) numbers[sample.Cluster] = number = next++;
                clusters.Add(number);
            }
            if (!groups.TryGetValue(sample.Category, out var group)) groups[sample.Category] = group = [];
            group.Add(ids.Count - 1);
        }
        int[] of = [.. clusters];
        return new(ids, of, ItemGroup.Of(null, [.. Enumerable.Range(0, ids.Count)], of), [.. groups.Where(g => g.Value.Count > 0).Select(g => ItemGroup.Of(g.Key, [.. g.Value], of))], Grouped(difficulties, of), difficulties);
    }

    private static ItemGroup[] Grouped(List<string?> difficulties, int[] clusterOf) =>
        [.. difficulties.Select((d, place) => (Difficulty: d, Place: place)).Where(d => d.Difficulty is not null).GroupBy(d => d.Difficulty!, d => d.Place, StringComparer.Ordinal)
            .OrderBy(g => Array.IndexOf(Easiest, g.Key) is >= 0 and var at ? at : Easiest.Length).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => ItemGroup.Of(g.Key, [.. g], clusterOf))];
}

/// <summary>Items that a score is worked out over.</summary>
/// <param name="Name">Of the category or difficulty; null for all of the suite.</param>
/// <param name="Places">Ascending.</param>
/// <param name="Clusters">How many groups of related items; as many as items where none are related.</param>
public sealed record ItemGroup(string? Name, IReadOnlyList<int> Places, int Clusters)
{
    public int Count => Places.Count;

    /// <summary>Whether two of them are related: then they count as less than as many strangers.</summary>
    public bool AreRelated => Clusters < Count;

    internal static ItemGroup Of(string? name, int[] places, int[] clusterOf) => new(name, places, places.Select(p => clusterOf[p]).Distinct().Count());
}

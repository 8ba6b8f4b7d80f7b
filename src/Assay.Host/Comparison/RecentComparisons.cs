using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Comparison;

namespace Assay.Host.Comparison;

/// <summary>
/// The comparisons asked for last: a page, its JSON twin and the way back to an earlier traffic profile are the same object. They go with
/// their catalogue, and all at once when there are too many. Thread-safe.
/// </summary>
internal static class RecentComparisons
{
    /// <summary>A comparison takes up to a megabyte.</summary>
    private const int Most = 64;

    private static readonly ConditionalWeakTable<CatalogSnapshot, ConcurrentDictionary<Key, ComparisonAnswer.Compared>> Kept = [];

    private sealed record Key(string Models, TrafficProfile Traffic, string? Baseline);

    public static ComparisonAnswer.Compared Get(
        CatalogSnapshot catalog, IReadOnlyList<Model> models, TrafficProfile traffic, Model? baseline, Func<ComparisonAnswer.Compared> compare)
    {
        var recent = Kept.GetValue(catalog, static _ => new());
        // No id holds a blank.
        var key = new Key(string.Join(' ', models.Select(m => m.Id)), traffic, baseline?.Id);
        if (recent.TryGetValue(key, out var answer)) return answer;
        if (recent.Count >= Most) recent.Clear();
        return recent[key] = compare();
    }
}

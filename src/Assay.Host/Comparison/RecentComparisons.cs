using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Comparison;

namespace Assay.Host.Comparison;

/// <summary>
/// The comparisons asked for last: a page, its JSON twin and the way back to an earlier traffic profile are the same object. They go with
/// their catalogue, and the oldest when there are too many. Thread-safe.
/// </summary>
internal static class RecentComparisons
{
    /// <summary>A comparison takes up to a megabyte.</summary>
    private const int Usual = 64;

    private static readonly ConditionalWeakTable<CatalogSnapshot, Recent> Kept = [];

    private sealed class Recent
    {
        public readonly ConcurrentDictionary<Key, ComparisonAnswer.Compared> Answers = new();
        public readonly ConcurrentQueue<Key> Oldest = new();
        public volatile int Most = Usual;
    }

    private sealed record Key(string Models, TrafficProfile Traffic, string? Baseline);

    public static ComparisonAnswer.Compared Get(
        CatalogSnapshot catalog, IReadOnlyList<Model> models, TrafficProfile traffic, Model? baseline, Func<ComparisonAnswer.Compared> compare)
    {
        var recent = Of(catalog);
        // No id holds a blank.
        var key = new Key(string.Join(' ', models.Select(m => m.Id)), traffic, baseline?.Id);
        if (recent.Answers.TryGetValue(key, out var answer)) return answer;
        answer = compare();
        if (!recent.Answers.TryAdd(key, answer)) return answer;
        recent.Oldest.Enqueue(key);
        while (recent.Oldest.Count > recent.Most && recent.Oldest.TryDequeue(out var oldest)) recent.Answers.TryRemove(oldest, out _);
        return answer;
    }

    /// <summary>Where each comparison is asked for twice and never again, so many are enough.</summary>
    public static void Keep(CatalogSnapshot catalog, int most) => Of(catalog).Most = most;

    private static Recent Of(CatalogSnapshot catalog) => Kept.GetValue(catalog, static _ => new());
}

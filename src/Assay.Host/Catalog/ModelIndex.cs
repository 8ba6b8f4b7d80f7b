using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Search;
using Assay.Search.Box;

namespace Assay.Host.Catalog;

/// <summary>What a snapshot is searched by, made once and kept as long as it. Thread-safe.</summary>
public sealed class ModelIndex
{
    private const int TrafficsKept = 4;
    private static readonly ConditionalWeakTable<CatalogSnapshot, ModelIndex> Kept = [];

    private readonly CatalogSnapshot catalog;
    private readonly Lock gate = new();
    private readonly Dictionary<TrafficProfile, IReadOnlyList<Candidate>> candidates = [];

    private readonly Lazy<NameIndex> names;

    private ModelIndex(CatalogSnapshot catalog) => (this.catalog, Vocabulary, Scores, names) = (catalog, new(catalog), new(catalog), new(() => new(catalog, Search.SitePages.All)));

    public static ModelIndex Of(CatalogSnapshot catalog) => Kept.GetValue(catalog, c => new(c));

    public Vocabulary Vocabulary { get; }

    public Scoreboard Scores { get; }

    /// <summary>Every name, for the search box; made when it is first asked for.</summary>
    public NameIndex Names => names.Value;

    /// <summary>Every model at a traffic profile. Bills are the dear part, so those of the traffics asked for last are kept.</summary>
    public IReadOnlyList<Candidate> At(TrafficProfile traffic)
    {
        lock (gate)
        {
            if (candidates.TryGetValue(traffic, out var kept)) return kept;
            if (candidates.Count >= TrafficsKept) candidates.Remove(candidates.Keys.First(t => t != TrafficProfile.Default));
            return candidates[traffic] = [.. catalog.Models.Select(m => new Candidate(m, catalog.AsOf, traffic))];
        }
    }
}

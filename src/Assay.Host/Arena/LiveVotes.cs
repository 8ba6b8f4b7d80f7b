using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Catalog;
using Assay.Host.Catalog;

namespace Assay.Host.Arena;

/// <summary>
/// All votes, added up, with what each name means in the catalogue. Votes are only ever added, so a new one costs itself and not the million before it. Thread-safe.
/// </summary>
public sealed class LiveVotes(ArenaStore store, LiveCatalog live)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string? Task, string Left, string Right), VoteTally> sums = [];
    private (long Newest, long Catalogue) version = (-1, -1);
    private long newest;
    private IReadOnlyList<VoteTally> current = [];

    /// <summary>By task, pair and side; models by their id in the catalogue where their name means one, else as written.</summary>
    public IReadOnlyList<VoteTally> Current
    {
        get { lock (gate) return Fresh(); }
    }

    /// <summary>Two answers made under one version were made of the same votes and names.</summary>
    public (long Newest, long Catalogue) Version
    {
        get
        {
            lock (gate)
            {
                Fresh();
                return version;
            }
        }
    }

    private IReadOnlyList<VoteTally> Fresh()
    {
        var now = (store.Newest(), live.Identity.Version);
        if (now == version) return current;
        foreach (var add in newest < now.Item1 ? store.Sum(newest, now.Item1) : [])
        {
            var key = (add.Task, add.Left, add.Right);
            sums[key] = sums.TryGetValue(key, out var t)
                ? t with { LeftWins = t.LeftWins + add.LeftWins, RightWins = t.RightWins + add.RightWins, Ties = t.Ties + add.Ties, BothBad = t.BothBad + add.BothBad } : add;
        }
        (newest, version) = (now.Item1, now);
        return current = Named(sums.Values, live.Current);
    }

    /// <summary>Names as they are written that mean a model of the catalogue become its id.</summary>
    public static IReadOnlyList<VoteTally> Named(IReadOnlyCollection<VoteTally> votes, CatalogSnapshot catalog)
    {
        var ids = votes.SelectMany(v => (string[])[v.Left, v.Right]).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => catalog.Find(name) is NameLookup.Found found ? found.Model.Id : name, StringComparer.Ordinal);
        // Who votes between two names tells them apart: then neither is taken for the other.
        foreach (var pair in votes.Where(v => ids[v.Left] == ids[v.Right]).ToArray())
            (ids[pair.Left], ids[pair.Right]) = (pair.Left, pair.Right);
        return [.. votes.Select(v => v with { Left = ids[v.Left], Right = ids[v.Right] })];
    }
}

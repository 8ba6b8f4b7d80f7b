using Assay.Catalog;

namespace Assay.Host.Export;

/// <summary>
/// What an answer may know of the export it is made for; a request of a visitor has none. Pages leave out what only the live site can do, and say what stands in
/// its place.
/// </summary>
/// <param name="Site">Where the folder will be served, with a slash at its end; null where nobody said.</param>
/// <param name="Newest">The newest day that a source of the catalogue speaks for.</param>
/// <param name="Pairs">Which comparisons are written.</param>
/// <param name="Has">Whether an address, path and query as in a link, is written.</param>
public sealed record Exported(Uri? Site, DateOnly? Newest, ExportedPairs Pairs, Func<string, bool> Has)
{
    /// <summary>Of a request; null on the live site.</summary>
    public static Exported? Of(HttpContext context) => context.Features.Get<Exported>();
}

/// <summary>The comparisons of an export.</summary>
public sealed class ExportedPairs
{
    private readonly CatalogSnapshot catalog;
    private readonly Dictionary<string, int> places;
    private readonly HashSet<long>? chosen;

    /// <param name="pairs">Null for every pair there is.</param>
    /// <param name="groups">Of three to six models, in the order of their pages.</param>
    public ExportedPairs(CatalogSnapshot catalog, IReadOnlyCollection<(Model First, Model Second)>? pairs, IReadOnlyList<IReadOnlyList<Model>> groups)
    {
        (this.catalog, Groups) = (catalog, groups);
        places = catalog.Models.Index().ToDictionary(m => m.Item.Id, m => m.Index, StringComparer.Ordinal);
        chosen = pairs is null ? null : [.. pairs.Select(p => Key(p.First, p.Second))];
    }

    public bool All => chosen is null;
    public long Count => chosen?.Count ?? (long)places.Count * (places.Count - 1) / 2;
    public IReadOnlyList<IReadOnlyList<Model>> Groups { get; }

    /// <summary>In either order.</summary>
    public bool Has(Model one, Model other) => one.Id != other.Id && (chosen is null ? places.ContainsKey(one.Id) && places.ContainsKey(other.Id) : chosen.Contains(Key(one, other)));

    /// <summary>By id, the lesser first; each once.</summary>
    public IEnumerable<(Model First, Model Second)> InOrder()
    {
        var models = catalog.Models;
        if (chosen is not null) return chosen.Order().Select(k => (models[(int)(k >> 32)], models[(int)(k & int.MaxValue)]));
        var site = new Web.SiteAddresses(catalog);
        return Sequence(site);
    }

    private static IEnumerable<(Model, Model)> Sequence(Web.SiteAddresses site)
    {
        for (long i = 0; i < site.PairCount; i++) yield return site.Pair(i);
    }

    /// <summary>What a model is compared with, by id.</summary>
    public IEnumerable<Model> With(Model model) => catalog.Models.Where(other => Has(model, other));

    private long Key(Model one, Model other)
    {
        var (a, b) = (places[one.Id], places[other.Id]);
        return ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
    }
}

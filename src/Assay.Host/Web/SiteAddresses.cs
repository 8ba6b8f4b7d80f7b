using Assay.Catalog;
using Assay.Host.Benchmarks;
using Assay.Host.Pages.Compare;

namespace Assay.Host.Web;

/// <summary>
/// The addresses of every page that is made of one catalogue alone, each once and in an order that is the same every time: what the sitemap lists and what
/// the static export writes. Pairs are numbered, so that any stretch of millions can be had without the ones before it.
/// </summary>
public sealed class SiteAddresses(CatalogSnapshot catalog)
{
    /// <summary>Pages there is one of.</summary>
    public static IReadOnlyList<string> Single { get; } = ["/", "/models", "/compare", "/benchmarks", "/changes", "/lifecycle", "/conflicts", "/sources", "/methodology", "/offers/of-no-model"];

    /// <summary>As <see cref="Single"/>, but of no use in a copy, which answers nothing.</summary>
    public static IReadOnlyList<string> LiveOnly { get; } = ["/api"];

    public IEnumerable<string> Models => catalog.Models.Select(m => "/models/" + m.Id);

    /// <summary>Providers that are known to serve something.</summary>
    public IEnumerable<string> Providers => catalog.Providers.Keys.Where(p => catalog.OffersOf[p].Any()).Order(StringComparer.Ordinal).Select(p => "/providers/" + p);

    /// <summary>Those that a file describes and those that somebody has a result on.</summary>
    public IEnumerable<string> Benchmarks => catalog.Benchmarks.Keys.Union(BenchmarkResults.Of(catalog).Ids, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(b => "/benchmarks/" + b);

    /// <summary>How many pairs of different models there are.</summary>
    public long PairCount => (long)catalog.Models.Count * (catalog.Models.Count - 1) / 2;

    /// <summary>The two models of a pair, by id, the lesser first.</summary>
    /// <param name="number">From 0, below <see cref="PairCount"/>: (1,0), (2,0), (2,1), (3,0) … of the models by id.</param>
    public (Model First, Model Second) Pair(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, PairCount);
        var greater = (long)((1 + Math.Sqrt(1 + 8.0 * number)) / 2);
        // The root may be rounded to the wrong side of a whole number.
        while (greater * (greater - 1) / 2 > number) greater--;
        while ((greater + 1) * greater / 2 <= number) greater++;
        return (catalog.Models[(int)(number - greater * (greater - 1) / 2)], catalog.Models[(int)greater]);
    }

    /// <summary>A pair has two addresses, one for each order on the page. This is the one it is known by: the lesser id first.</summary>
    public static string OfPair(Model one, Model other) => PairModel.PathOf(string.CompareOrdinal(one.Id, other.Id) <= 0 ? [one, other] : [other, one]);
}

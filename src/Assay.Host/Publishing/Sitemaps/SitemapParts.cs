using Assay.Catalog;
using Assay.Host.Web;

namespace Assay.Host.Publishing.Sitemaps;

/// <summary>An address that search engines are told of.</summary>
/// <param name="Path">From the first slash.</param>
/// <param name="Changed">The day of its newest claim; null where that is not known at once.</param>
internal readonly record struct SitemapEntry(string Path, DateOnly? Changed);

/// <summary>
/// All addresses of the site (<see cref="SiteAddresses"/>) in files of at most <see cref="Most"/>: pages, models, and every pair of models once, by number, so that any
/// file of thousands can be had without those before it. Nothing is kept: entries are made as they are written.
/// </summary>
internal sealed class SitemapParts(CatalogSnapshot catalog, IReadOnlyList<Claim> claims)
{
    /// <summary>What a file may list. Source: https://www.sitemaps.org/protocol.html.</summary>
    public const int Most = 50_000;

    private readonly SiteAddresses addresses = new(catalog);

    /// <summary>Files of pairs.</summary>
    public long PairFiles => (addresses.PairCount + Most - 1) / Most;

    /// <summary>Whether one file has room for all.</summary>
    public bool InOne => addresses.PairCount + Pages().Count() + Models().Count() <= Most;

    /// <summary>Paths of the files.</summary>
    public IEnumerable<string> Files()
    {
        yield return "/sitemaps/pages.xml";
        yield return "/sitemaps/models.xml";
        for (var n = 1L; n <= PairFiles; n++) yield return $"/sitemaps/pairs-{n}.xml";
    }

    public IEnumerable<SitemapEntry> All() => Pages().Concat(Models()).Concat(PairFiles == 0 ? [] : Pairs(1));

    public IEnumerable<SitemapEntry> Pages() => SiteAddresses.Single.Concat(addresses.Providers).Concat(addresses.Benchmarks).Select(p => new SitemapEntry(p, null));

    public IEnumerable<SitemapEntry> Models()
    {
        var last = LastClaims.Of(catalog, claims);
        return catalog.Models.Zip(addresses.Models, (model, path) => new SitemapEntry(path, last.Of(model)));
    }

    /// <param name="file">From 1 to <see cref="PairFiles"/>.</param>
    public IEnumerable<SitemapEntry> Pairs(long file)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(file, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(file, PairFiles);
        return Listed(file);
    }

    private IEnumerable<SitemapEntry> Listed(long file)
    {
        var last = LastClaims.Of(catalog, claims);
        for (var number = (file - 1) * Most; number < Math.Min(file * Most, addresses.PairCount); number++)
        {
            var (first, second) = addresses.Pair(number);
            var (one, other) = (last.Of(first), last.Of(second));
            yield return new(SiteAddresses.OfPair(first, second), one > other || other is null ? one : other);
        }
    }
}

using Assay.Catalog;
using Assay.Host.Export;
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
/// <param name="copied">The comparisons that a copy of the site has; null for the site, which has all.</param>
internal sealed class SitemapParts(CatalogSnapshot catalog, IReadOnlyList<Claim> claims, ExportedPairs? copied = null)
{
    /// <summary>What a file may list. Source: https://www.sitemaps.org/protocol.html.</summary>
    public const int Most = 50_000;

    private readonly SiteAddresses addresses = new(catalog);

    /// <summary>Files of pairs.</summary>
    public long PairFiles => (PairCount + Most - 1) / Most;

    private long PairCount => copied?.Count ?? addresses.PairCount;

    /// <summary>Whether one file has room for all.</summary>
    public bool InOne => PairCount + Pages().Count() + Models().Count() <= Most;

    /// <summary>Paths of the files.</summary>
    public IEnumerable<string> Files()
    {
        yield return "/sitemaps/pages.xml";
        yield return "/sitemaps/models.xml";
        for (var n = 1L; n <= PairFiles; n++) yield return $"/sitemaps/pairs-{n}.xml";
    }

    public IEnumerable<SitemapEntry> All() => Pages().Concat(Models()).Concat(PairFiles == 0 ? [] : Pairs(1));

    public IEnumerable<SitemapEntry> Pages() => SiteAddresses.Single.Concat(copied is null ? SiteAddresses.LiveOnly : []).Concat(addresses.Providers).Concat(addresses.Benchmarks).Select(p => new SitemapEntry(p, null));

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
        foreach (var (first, second) in Numbered(file))
        {
            var (one, other) = (last.Of(first), last.Of(second));
            yield return new(SiteAddresses.OfPair(first, second), one > other || other is null ? one : other);
        }
    }

    private IEnumerable<(Model First, Model Second)> Numbered(long file)
    {
        if (copied is { All: false }) return copied.InOrder().Skip((int)((file - 1) * Most)).Take(Most);
        var from = (file - 1) * Most;
        return Enumerable.Range(0, (int)Math.Min(Most, PairCount - from)).Select(n => addresses.Pair(from + n));
    }
}

using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Catalog.History;
using Assay.Host.Publishing.Sitemaps;
using Assay.Host.Web;

namespace Assay.Host.Export;

/// <summary>What is written: pages, each with its twin where it has one, and files that are no page.</summary>
public sealed class SitePlan
{
    /// <summary>Pages that show no data, or data of others.</summary>
    private static readonly string[] WithoutTwin = ["/compare", "/methodology"];

    /// <summary>Whole files of the site, asked for where the site has them; more may be added.</summary>
    private static readonly string[] Whole = ["/feed.atom", "/feed.json", "/robots.txt", "/sitemap.xml"];

    private static readonly string[] Lists = ["/names.json", "/models.csv"];

    private readonly AskedDay day;
    private readonly ExportedPairs pairs;

    /// <param name="card">The picture for those who show links; its address.</param>
    public SitePlan(AskedDay day, ExportedPairs pairs, IReadOnlyList<string> assets, bool hasSite, string card)
    {
        var maps = new SitemapParts(day.Catalog, [], pairs);
        (this.day, this.pairs) = (day, pairs);
        Files = new(day.Catalog, pairs);
        Assets = [.. assets.Where(a => Files.Add(a, a.TrimStart('/')) is not null)];
        Pages = [.. Addresses().Select(Unit).OfType<SitePage>()];
        Data = [.. Lists.Concat(hasSite ? [card] : []).Concat(day.Catalog.Models.Select(m => $"/models/{m.Id}/prices.json")).Where(a => Files.Add(a, a.TrimStart('/')) is not null)];
        Charts = [.. ExportedCharts.Of(day).Select(a => (Address: a, File: Files.Add(a)!)).Where(c => c.File is not null)];
        // Feeds and lists of addresses name whole addresses, so they need to know where the folder will be served.
        Absolute = hasSite ? [.. Whole.Concat(maps.InOne ? [] : maps.Files()).Where(a => Files.Add(a, a.TrimStart('/')) is not null)] : [];
        Groups = [.. pairs.Groups.Select(g => Unit(Assay.Host.Pages.Compare.PairModel.PathOf(g))).OfType<SitePage>()];
    }

    public SiteFiles Files { get; }
    public IReadOnlyList<string> Assets { get; }

    /// <summary>All but comparisons.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    /// <summary>Written as they are.</summary>
    public IReadOnlyList<string> Data { get; }

    /// <summary>Charts of the pages that are no comparison, as SVG: of those there may be millions, and their pages have the pictures.</summary>
    public IReadOnlyList<(string Address, string File)> Charts { get; }

    /// <summary>Files that name whole addresses; none where nobody said where the folder will be served.</summary>
    public IReadOnlyList<string> Absolute { get; }

    public IReadOnlyList<SitePage> Groups { get; }

    /// <summary>Comparisons of two, made as they are asked for: there may be millions.</summary>
    public IEnumerable<SitePage> Comparisons => pairs.InOrder().Select(p => SiteAddresses.OfPair(p.First, p.Second))
        .Select(a => new SitePage(a, SiteFiles.FileOf(a), a + ".json", SiteFiles.FileOf(a + ".json"))).Where(p => Adapters.Exports.ExportFolder.MayBeWritten(p.File) && Adapters.Exports.ExportFolder.MayBeWritten(p.TwinFile!));

    private SitePage? Unit(string address)
    {
        if (Files.Add(address) is not { } file) return null;
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[at..]) : (address, "");
        if (WithoutTwin.Contains(path, StringComparer.Ordinal)) return new(address, file, null, null);
        var twin = (path == "/" ? "/index" : path) + ".json" + query;
        // A table is cut into pages, its twin is not.
        if ((path.StartsWith("/providers/", StringComparison.Ordinal) || path.StartsWith("/benchmarks/", StringComparison.Ordinal)) && query.IndexOf("page=", StringComparison.Ordinal) is > 0 and var page)
        {
            Files.Alias(twin, SiteFiles.FileOf(path + ".json" + query[..(page - 1)]));
            return new(address, file, null, null);
        }
        return Files.Add(twin) is { } twinFile ? new(address, file, twin, twinFile) : new(address, file, null, null);
    }

    private IEnumerable<string> Addresses()
    {
        var catalog = day.Catalog;
        var site = new SiteAddresses(catalog);
        foreach (var address in SiteAddresses.Single.Concat(site.Models).Concat(site.Providers).Concat(site.Benchmarks)) yield return address;
        foreach (var address in Further("/models?page=", catalog.Models.Count, ModelListQuery.DefaultPageSize)) yield return address;
        foreach (var provider in site.Providers)
            foreach (var address in Further(provider + "?page=", catalog.OffersOf[provider["/providers/".Length..]].Count(), Assay.Host.Pages.Providers.OneModel.PageSize)) yield return address;
        foreach (var address in site.Benchmarks.SelectMany(b => Variants(b))) yield return address;
        var changes = ChangesView.Of(day.History, new(), ChangeFilter.Read(new(), day, new("", ""), ChangeQuery.DefaultDays, out _)!, 1, ChangesApi.PageSize);
        foreach (var address in Further("/changes?page=", changes.Total, ChangesApi.PageSize)) yield return address;
        foreach (var address in Conflicts(catalog)) yield return address;
    }

    private IEnumerable<string> Variants(string benchmark)
    {
        var id = benchmark["/benchmarks/".Length..];
        foreach (var variant in BenchmarkResults.Of(day.Catalog).VariantsOf(id).Where(v => v.Models > 1))
        {
            var address = $"{benchmark}?variant={Uri.EscapeDataString(variant.Slug)}";
            yield return address;
            foreach (var further in Further(address + "&page=", variant.Lines.Count, Assay.Host.Pages.Benchmarks.OneModel.PageSize)) yield return further;
        }
    }

    private static IEnumerable<string> Conflicts(CatalogSnapshot catalog)
    {
        var all = new ConflictQuery().Find(catalog, 1, 1, out _)!;
        const int size = Assay.Host.Pages.Conflicts.ListModel.PageSize;
        foreach (var address in Further("/conflicts?page=", all.Total, size)) yield return address;
        foreach (var kind in all.Classes)
        {
            yield return $"/conflicts?class={kind.Class}";
            foreach (var address in Further($"/conflicts?class={kind.Class}&page=", kind.Count, size)) yield return address;
        }
    }

    /// <summary>The second page of a list and those behind it.</summary>
    private static IEnumerable<string> Further(string address, int things, int size)
    {
        for (var page = 2; page <= (things + size - 1) / size; page++) yield return address + page;
    }
}

/// <summary>A page and its twin: written by one hand, one after the other, so that what both show is worked out once.</summary>
public sealed record SitePage(string Address, string File, string? Twin, string? TwinFile);

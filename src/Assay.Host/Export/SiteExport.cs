using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Assay.Adapters.Exports;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Cli;
using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Publishing.Cards;
using Assay.Host.Web;
using Microsoft.AspNetCore.Hosting.Server;

namespace Assay.Host.Export;

/// <summary>What is to be exported.</summary>
public sealed record ExportAsk
{
    public required string Folder { get; init; }

    /// <summary><c>all</c>, <c>top:N</c> or a file.</summary>
    public string Pairs { get; init; } = ExportPairsOption.Default;

    /// <summary>Where the folder will be served, with a slash at its end; null where nobody said.</summary>
    public Uri? Site { get; init; }

    /// <summary>The day that pages stand for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the day is over.</summary>
    public bool IsPast { get; init; }

    public bool Force { get; init; }

    /// <summary>Pages made at a time. What is written does not depend on it.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder over the site's assets; null for the one beside the program.</summary>
    public string? ContentRoot { get; init; }

    public required string DataFolder { get; init; }
}

/// <summary>Writes the site into a folder by asking it: every page through its own pipeline, without a socket. Pages are not held: each is written and forgotten.</summary>
public sealed partial class SiteExport(ExportAsk ask, ICatalogSource source) : IAsyncDisposable
{
    private readonly FrozenCatalog catalog = new(source, ask.Day, ask.IsPast);
    private readonly InProcessServer server = new();
    private readonly ConcurrentBag<Hand> hands = [];
    private WebApplication? app;
    private ExportFolder? folder;
    private Exported exported = null!;
    private SitePlan plan = null!;
    private long bytes, total, pages;

    /// <summary>What one thread works with.</summary>
    private sealed record Hand(PageStream Page, PageStream Linked, LinkRewriter Links);

    /// <summary>Null before the first page.</summary>
    public ExportStep? Step => folder is null || total == 0 ? null : new(folder.Files, total, Interlocked.Read(ref bytes));

    /// <exception cref="ExportRefusedException">The folder cannot be used.</exception>
    /// <exception cref="CliException">The question cannot be understood, or a page could not be made.</exception>
    public async Task<ExportView> Run(CancellationToken cancellationToken)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        folder = ExportFolder.Open(ask.Folder, ask.Force);
        await Start(cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ask.Workers, CancellationToken = cancellationToken };
        foreach (var file in plan.Assets.Concat(plan.Data)) await With(hand => WriteFile(hand, file, whole: false));
        foreach (var file in plan.Absolute) await With(hand => WriteFile(hand, file, whole: true));
        if (ask.Site is not null) await With(WriteNotFound);
        await Parallel.ForEachAsync(plan.Charts, parallel, async (chart, _) => await With(hand => WriteFile(hand, chart.Address, chart.File)));
        await Parallel.ForEachAsync(plan.Pages.Concat(plan.Groups).Concat(plan.Comparisons), parallel, async (page, _) => await With(hand => WritePage(hand, page)));
        var deleted = folder.Finish();
        return new()
        {
            Folder = Path.GetFullPath(ask.Folder), AsOf = ask.Day.ToString("yyyy-MM-dd"), Newest = exported.Newest?.ToString("yyyy-MM-dd"), BaseUrl = ask.Site?.AbsoluteUri,
            Pages = (int)pages, Comparisons = exported.Pairs.Count + exported.Pairs.Groups.Count, Files = folder.Files, Written = folder.Written, Unchanged = folder.Files - folder.Written, Deleted = deleted,
            Bytes = bytes, Seconds = Math.Round(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 2), LeftOut = [.. LeftOut()],
        };
    }

    private async Task Start(CancellationToken cancellationToken)
    {
        app = WebApp.Build([], () => catalog, new ExportDay(ask.Day), builder =>
        {
            builder.Services.AddSingleton<IServer>(server);
            // No visitor asks here: the name is that of where the folder will be served.
            builder.Configuration[OwnNames.Setting] = "*";
            builder.Logging.ClearProviders();
        }, ask.ContentRoot, ask.DataFolder);
        await app.StartAsync(cancellationToken);
        var live = app.Services.GetRequiredService<LiveCatalog>();
        var day = AskedDay.Read(null, live);
        // A page and its twin are asked for one after the other: what is kept longer only fills the memory.
        RecentComparisons.Keep(day.Catalog, 2 * ask.Workers);
        var pairs = ExportPairsOption.Read(ask.Pairs, day.Catalog);
        exported = new(ask.Site, catalog.Newest, pairs, _ => false);
        plan = new(day, pairs, await Assets(), ask.Site is not null, PublicAddress.SiteCard + app.Services.GetRequiredService<CardPictures>().Ending);
        exported = exported with { Has = address => plan.Files.Find(address) is not null };
        string[] rest = ask.Site is null ? [] : [NotFoundFile];
        folder!.Begin(plan.Assets.Concat(plan.Data).Concat(plan.Absolute).Select(a => a.TrimStart('/')).Concat(rest).Concat(plan.Charts.Select(c => c.File)).Concat(plan.Pages.Concat(plan.Groups).Concat(plan.Comparisons).SelectMany(p => p.TwinFile is null ? new[] { p.File } : [p.File, p.TwinFile])));
        total = plan.Assets.Count + plan.Data.Count + plan.Charts.Count + plan.Absolute.Count + rest.Length + plan.Pages.Concat(plan.Groups).Sum(p => p.TwinFile is null ? 1 : 2) + pairs.Count * 2;
    }

    /// <summary>What pages load: the style, the icon, and the scripts of a copy with the modules they load in turn.</summary>
    private async Task<IReadOnlyList<string>> Assets()
    {
        var versions = app!.Services.GetRequiredService<AssetVersion>();
        var assets = new List<string> { "/site.css", "/icon.svg", versions.Script("exported.js") };
        var body = new PageStream();
        for (var i = 0; i < assets.Count; i++)
        {
            await Expect(assets[i], StatusCodes.Status200OK, body);
            if (!assets[i].EndsWith(".js", StringComparison.Ordinal)) continue;
            foreach (Match import in Import().Matches(Encoding.UTF8.GetString(body.Written)))
                if (versions.Script(import.Groups["name"].Value) is var module && !assets.Contains(module, StringComparer.Ordinal)) assets.Add(module);
        }
        return assets;
    }

    [GeneratedRegex("""(from|import)\s*"\./(?<name>[\w-]+\.js)";""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Import();

    private async Task WritePage(Hand hand, SitePage page)
    {
        await Expect(page.Address, StatusCodes.Status200OK, hand.Page);
        hand.Links.Write(hand.Page.Written, page.Address, page.File, hand.Linked);
        Put(page.File, hand.Linked);
        Interlocked.Increment(ref pages);
        if (page.Twin is null) return;
        await Expect(page.Twin, StatusCodes.Status200OK, hand.Page);
        Put(page.TwinFile!, hand.Page);
    }

    private async Task WriteFile(Hand hand, string address, bool whole)
    {
        if (whole && await server.Ask(address, exported, hand.Page) == StatusCodes.Status404NotFound)
        {
            plan.Files.LeaveOut(address, "this version of the site has none");
            total--;
            return;
        }
        await Expect(address, StatusCodes.Status200OK, hand.Page);
        if (whole) hand.Links.WriteWhole(hand.Page.Written, hand.Linked);
        Put(address.TrimStart('/'), whole ? hand.Linked : hand.Page);
    }

    private async Task WriteFile(Hand hand, string address, string file)
    {
        await Expect(address, StatusCodes.Status200OK, hand.Page);
        Put(file, hand.Page);
    }

    private const string NotFoundFile = "404.html";

    /// <summary>Hosts show it at any address, so its links are whole.</summary>
    private async Task WriteNotFound(Hand hand)
    {
        await Expect("/" + NotFoundFile, StatusCodes.Status404NotFound, hand.Page);
        hand.Links.Write(hand.Page.Written, "/" + NotFoundFile, null, hand.Linked);
        Put(NotFoundFile, hand.Linked);
        Interlocked.Increment(ref pages);
    }

    private async Task Expect(string address, int status, PageStream body)
    {
        var answered = await server.Ask(address, exported, body);
        if (answered != status) throw new CliException(ExitCode.Outside, $"'{address}' answered {answered} in place of {status}, so the export stopped. Report it; what was written stays, and the next export goes on from there.");
    }

    private void Put(string file, PageStream content)
    {
        folder!.Write(file, content.Written);
        Interlocked.Add(ref bytes, content.Length);
    }

    private async Task With(Func<Hand, Task> work)
    {
        if (!hands.TryTake(out var hand)) hand = new(new(), new(), new(plan.Files.Find, ask.Site));
        await work(hand);
        hands.Add(hand);
    }

    private IEnumerable<LeftOutView> LeftOut()
    {
        if (ask.Site is null) yield return new("/feed.atom, /feed.json, /sitemap.xml, /robots.txt, /404.html", "they name whole addresses: give --base-url");
        foreach (var (address, why) in plan.Files.LeftOut) yield return new(address, why);
    }

    public async ValueTask DisposeAsync()
    {
        folder?.Dispose();
        if (app is not null) await app.DisposeAsync();
    }
}

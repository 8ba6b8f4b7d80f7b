using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Assay.Adapters.Importers;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Export;
using Assay.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assay.Bench.Export;

/// <summary>
/// The site as files: 1,000 and 10,000 comparisons exported by the program as its own process, against ready bytes written by a bare loop, and against static
/// site generators that get the same comparisons as JSON and make pages of about the same size of them. And where the time of one page goes, step by step.
/// </summary>
internal static class ExportBench
{
    private static readonly int[] Sizes = [1_000, 10_000];
    private const int OfGenerators = 1_000;

    public static async Task RunAsync(BenchRequest request)
    {
        var folder = Child.NewFolder();
        try
        {
            var data = Path.Combine(folder, "data");
            var workspace = new Workspace(data, null, TimeProvider.System);
            if (request.Snapshot is { } snapshot) new Importing(workspace.Store).Import(ImportFormats.Get("models.dev"), snapshot);
            await Steps(workspace, folder);
            Console.WriteLine("## Whole exports\n\n| what | pages | KB a page | files | seconds | pages/s | MB/s | CPU ms a page | most memory MB |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var size in Sizes)
            {
                var site = Path.Combine(folder, "site" + size);
                Print($"assay export, {size:#,0} comparisons with twins", site, "*.html", Measured.Of(request.Program, ["export", site, "--pairs", $"top:{size}", "--data", data, "--quiet", "--json"]));
                if (size == Sizes[0]) Bare(site, Path.Combine(folder, "bare"));
                Print("the same again, nothing changed", site, "*.html", Measured.Of(request.Program, ["export", site, "--pairs", $"top:{size}", "--data", data, "--quiet", "--json"]));
                Directory.Delete(site, recursive: true);
            }
            var live = new LiveCatalog(workspace, TimeProvider.System);
            foreach (var generator in Generators.All)
            {
                if (generator.Missing() is { } why) Console.WriteLine($"| {generator.Name}: left out, {why} | | | | | | | | |");
                else Print($"{generator.Name}, {OfGenerators:#,0} pages", generator.Output(folder), "*.html", generator.Run(folder, GeneratorData.Write(folder, live.Current, OfGenerators)));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Each step by itself over the same pairs, after as many for warming up.</summary>
    private static async Task Steps(Workspace workspace, string folder)
    {
        var server = new InProcessServer();
        await using var app = WebApp.Build([], () => workspace, TimeProvider.System, b => { b.Services.AddSingleton<IServer>(server); b.Logging.ClearProviders(); }, PagesBench.FindContentRoot(), folder);
        await app.StartAsync();
        var catalog = app.Services.GetRequiredService<LiveCatalog>().Current;
        var pairs = new ExportedPairs(catalog, null, []);
        var files = new SiteFiles(catalog, pairs);
        var exported = new Exported(null, null, pairs, _ => true);
        var links = new LinkRewriter(files.Find, null);
        var (page, linked, twin) = (new PageStream(), new PageStream(), new PageStream());
        var names = new[] { "page made", "twin made of the same comparison", "links made relative", "both hashed", "both written to files" };
        var times = names.Select(_ => new List<double>()).ToArray();
        var work = Directory.CreateDirectory(Path.Combine(folder, "steps")).FullName;
        const int warm = 1500, count = 800;
        var addresses = Assay.Comparison.PairRanking.Top(catalog, warm + count).Select(p => SiteAddresses.OfPair(p.First, p.Second)).ToArray();
        for (var i = 0; i < addresses.Length; i++)
        {
            var address = addresses[i];
            double[] took =
            [
                await Once(() => server.Ask(address, exported, page)),
                await Once(() => server.Ask(address + ".json", exported, twin)),
                Timing.Once(() => links.Write(page.Written, address, SiteFiles.FileOf(address), linked)),
                Timing.Once(() => { SHA256.HashData(linked.Written); SHA256.HashData(twin.Written); }),
                Timing.Once(() => Write(Path.Combine(work, i.ToString(CultureInfo.InvariantCulture)), linked, twin)),
            ];
            if (i >= addresses.Length - count) for (var k = 0; k < took.Length; k++) times[k].Add(took[k]);
        }
        Timing.Print($"Steps of a comparison ({linked.Length / 1000:0} KB and {twin.Length / 1000:0} KB, the last), one thread, after {warm:#,0} for warming up", [.. names.Select((n, i) => new Timing(n, times[i]))]);
        Console.WriteLine();
    }

    private static async Task<double> Once(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Write(string path, PageStream page, PageStream twin)
    {
        File.WriteAllBytes(path + ".html", page.Written);
        File.WriteAllBytes(path + ".json", twin.Written);
    }

    /// <summary>What no exporter can beat: the same bytes, ready, into files of the same names.</summary>
    private static void Bare(string site, string to)
    {
        var ready = Directory.GetFiles(site, "*", SearchOption.AllDirectories).Select(f => (Path: Path.Combine(to, Path.GetRelativePath(site, f)), Bytes: File.ReadAllBytes(f))).ToArray();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        Parallel.ForEach(ready, file =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.WriteAllBytes(file.Path, file.Bytes);
        });
        var took = Stopwatch.GetElapsedTime(start);
        Print("bare loop, the same bytes", to, "*.html", new(took.TotalSeconds, Process.GetCurrentProcess().TotalProcessorTime - before, 0));
        Directory.Delete(to, recursive: true);
    }

    private static void Print(string what, string site, string pages, Measured measured)
    {
        var files = new DirectoryInfo(site).GetFiles("*", SearchOption.AllDirectories);
        var ofPages = files.Where(f => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pages, f.Name)).ToList();
        var made = ofPages.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {made:#,0} | {ofPages.Average(f => f.Length) / 1e3:0} | {files.Length:#,0} | {measured.Seconds:0.0} | {made / measured.Seconds:#,0} | {files.Sum(f => f.Length) / 1e6 / measured.Seconds:#,0} | {measured.Processor.TotalMilliseconds / made:0.0} | {(measured.PeakMegabytes == 0 ? "" : measured.PeakMegabytes)} |"));
    }
}

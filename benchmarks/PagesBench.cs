using System.Diagnostics;
using Assay.Adapters.Importers;
using Assay.Host.Catalog;
using Assay.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assay.Bench;

/// <summary>
/// Server time of pages and JSON in one process, without a network and without compression: from the request entering the pipeline to its
/// last byte written. Each request compares another pair, so that nothing can be kept from the one before.
/// </summary>
internal static class PagesBench
{
    private const int Requests = 800;

    /// <summary>Enough for the runtime to have compiled everything at its highest tier, as a server has after its first minutes.</summary>
    private const int WarmUp = 3000;
    private static readonly int[] Steps = [1, 2, 3, 5, 7, 11, 17, 31];

    public static async Task RunAsync(BenchRequest request)
    {
        var folder = Child.NewFolder();
        try
        {
            var workspace = new Workspace(folder, null, TimeProvider.System);
            if (request.Snapshot is { } snapshot) new Importing(workspace.Store).Import(ImportFormats.Get("models.dev"), snapshot);
            var contentRoot = FindContentRoot();
            await using var app = WebApp.Build([], () => workspace, TimeProvider.System, b => { b.WebHost.UseTestServer(); b.Services.AddSingleton<IStartupFilter, ServerTime>(); b.Logging.ClearProviders(); }, contentRoot);
            await app.StartAsync();
            var catalog = app.Services.GetRequiredService<LiveCatalog>().Current;
            var pairs = Pairs(catalog.Models.Where(m => m.Curated && m.Offers.Count > 0).Select(m => m.Slug).ToArray());
            var server = app.GetTestServer();
            Console.WriteLine($"Catalogue: {catalog.Models.Count} models, {catalog.Models.Sum(m => m.Offers.Count)} offers, {catalog.ClaimCount} claims. {Requests} requests each, all of different pairs, after {WarmUp} for warming up.\n");
            Timing.Print("Server time a request",
            [
                await TimeAsync(server, "baseline: /healthz", _ => "/healthz"),
                await TimeAsync(server, "comparison page, all sections", i => "/compare/" + pairs[i % pairs.Length]),
                await TimeAsync(server, "comparison JSON", i => "/compare/" + pairs[i % pairs.Length] + ".json"),
                await TimeAsync(server, "comparison page, asked for again", _ => "/compare/" + pairs[0]),
                await TimeAsync(server, "comparison JSON, asked for again", _ => "/compare/" + pairs[0] + ".json"),
                await TimeAsync(server, "model page", i => "/models/" + catalog.Models[i * 7 % catalog.Models.Count].Id),
                await TimeAsync(server, "list of models, page of 50", i => "/models?sort=cost&page=" + (i % 5 + 1)),
                await TimeAsync(server, "models found by five conditions", i => Found("/models", i)),
                await TimeAsync(server, "the same as JSON", i => Found("/models.json", i)),
                await TimeAsync(server, "the same, at another traffic each time", i => Found("/models", i) + $"&in={i + 100}M"),
                await TimeAsync(server, "start page", _ => "/"),
                await TimeAsync(server, "search: a part of a name", i => "/api/v1/search?q=" + pairs[i % pairs.Length][..3]),
                await TimeAsync(server, "search: a slip in a name", i => "/api/v1/search?q=" + pairs[i % pairs.Length].Split("-vs-")[0] + "qx"),
                await TimeAsync(server, "search: half a comparison", i => "/api/v1/search?q=" + Uri.EscapeDataString(pairs[i % pairs.Length].Split("-vs-")[0] + " vs " + pairs[i % pairs.Length].Split("-vs-")[1][..2])),
                await TimeAsync(server, "search: conditions in plain words", i => "/api/v1/search?q=" + Uri.EscapeDataString($"cheapest vision models under ${i % 7 + 1} with {i % 200 + 1}k context")),
                await TimeAsync(server, "search page: conditions in plain words", i => "/search?q=" + Uri.EscapeDataString($"cheapest vision models under ${i % 7 + 1} with {i % 200 + 1}k context")),
                await TimeAsync(server, "chart as SVG: context against price", i => $"/charts/models/context.svg?filter={Uri.EscapeDataString($"context >= {i % 200 + 1}K")}"),
                await TimeAsync(server, "picker's suggestions", i => "/api/v1/models?page_size=12&q=" + pairs[i % pairs.Length][..3]),
            ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Five conditions, other limits each time; with the chart of cost against a benchmark.</summary>
    private static string Found(string path, int i) => $"{path}?filter={Uri.EscapeDataString($"vision, context >= {i % 200 + 1}K, open weights, output <= ${i % 7 + 1}, not retired")}";

    internal static async Task<Timing> TimeAsync(TestServer server, string what, Func<int, string> path, int requests = Requests, int warmUp = WarmUp)
    {
        var times = new double[requests];
        for (var i = -warmUp; i < requests; i++)
        {
            var address = path(i + warmUp);
            var (route, query) = address.Split('?', 2) is [var p, var q] ? (p, "?" + q) : (address, "");
            var context = await server.SendAsync(c =>
            {
                c.Request.Path = route;
                c.Request.QueryString = new(query);
            });
            await context.Response.Body.CopyToAsync(Stream.Null);
            if (context.Response.StatusCode is not 200) throw new InvalidOperationException($"'{route}{query}' answered {context.Response.StatusCode}: a failed request is no timing.");
            if (i >= 0) times[i] = ServerTime.Last;
        }
        return new(what, times);
    }

    /// <summary>Pairs all over the curated catalogue, in a fixed order.</summary>
    private static string[] Pairs(string[] slugs) => [.. slugs.SelectMany((a, i) => Steps.Select(step => (a, b: slugs[(i + step) % slugs.Length]))).Where(p => p.a != p.b).Select(p => $"{p.a}-vs-{p.b}")];

    internal static string? FindContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Assay.slnx"))) return Path.Combine(folder.FullName, "src", "Assay.Host");
        return null;
    }
}

/// <summary>Measures each request from its entry into the pipeline until the pipeline has written its last byte.</summary>
internal sealed class ServerTime : IStartupFilter
{
    public static double Last { get; private set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            // What is written goes nowhere: the test server's own pipe would be measured with it.
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
            var start = Stopwatch.GetTimestamp();
            await rest();
            Last = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        next(app);
    };
}

using System.Globalization;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Catalog;
using Assay.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assay.Bench.Evals;

/// <summary>Pages of the newest run of a store, in a process of its own so that its memory is its own. A line for each figure: what, median, least, most.</summary>
internal static class ReportsServing
{
    public const string Command = "reports-serve";

    private const int Requests = 40, WarmUp = 40, Dear = 8;

    public static async Task RunAsync(string folder, int samples)
    {
        var workspace = new Workspace(folder, null, TimeProvider.System);
        await using var app = WebApp.Build([], () => workspace, TimeProvider.System, b => { b.WebHost.UseTestServer(); b.Services.AddSingleton<IStartupFilter, ServerTime>(); b.Logging.ClearProviders(); }, PagesBench.FindContentRoot());
        await app.StartAsync();
        var (server, runs) = (app.GetTestServer(), app.Services.GetRequiredService<RunStore>());
        var (run, other) = (runs.List()[0], runs.List()[1]);
        var (page, list, pages) = ($"/evals/{run.Id}", $"/evals/{run.Id}/samples.json", (samples + 29) / 30);
        async Task TimeAsync(string what, Func<int, string> path, int requests = Requests, int warmUp = WarmUp) => Told(await PagesBench.TimeAsync(server, what, path, requests, warmUp));
        var rested = Memory("VmRSS");
        await TimeAsync("/healthz", _ => "/healthz");
        await TimeAsync("the report, first since the start", _ => page, 1, 0);
        await TimeAsync("/evals, first since the start", _ => "/evals", 1, 0);
        await TimeAsync("the report again", _ => page);
        await TimeAsync("the report after the run has changed", _ => Changed(runs, run, page), Dear, 4);
        await TimeAsync("/evals again", _ => "/evals");
        await TimeAsync("the report as JSON", _ => page + ".json");
        await TimeAsync("held against another run", _ => $"{page}?against={other.Id}");
        await TimeAsync("chart of scores as SVG", _ => $"/charts{page}/scores.svg");
        await TimeAsync("samples, first page", _ => list);
        await TimeAsync("samples, middle page", _ => $"{list}?page={pages / 2}");
        await TimeAsync("samples, last page", _ => $"{list}?page={pages}");
        await TimeAsync("the report with the last page of samples", _ => $"{page}?page={pages}");
        await TimeAsync("samples one passed and the other failed", i => $"{list}?passed_by={ReportsStore.Models[0]}&failed_by={ReportsStore.Models[1]}&page={i % 9 + 1}");
        await TimeAsync("samples of a category, in a state", i => $"{list}?category=Reading&state=failed&page={i % 9 + 1}");
        await TimeAsync("samples with words, other words each time", i => $"{list}?q=harbour{i + 10}", Dear, 2);
        await TimeAsync("samples with words, page by page", i => $"{list}?q=violin33&page={i % 9 + 1}");
        await TimeAsync("a sample", i => $"{page}/samples/q{i * 131 % samples:00000}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory\t{rested}\t{Memory("VmRSS")}\t{Memory("VmHWM")}"));
        await TimeAsync("export as CSV", _ => $"/api/v1{page.Replace("/evals/", "/evals/runs/", StringComparison.Ordinal)}/export?format=csv", 2, 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory\t{rested}\t{Memory("VmRSS")}\t{Memory("VmHWM")}"));
    }

    private static string Changed(RunStore runs, Run run, string page)
    {
        runs.Add(run.Id, new(DateTimeOffset.UnixEpoch, RunEventKind.Noted, "Something happened."));
        return page;
    }

    private static int Memory(string what) => Child.Memory(Environment.ProcessId, what);

    private static void Told(Timing t) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{t.What}\t{t.Median:0.00}\t{t.Milliseconds.Min():0.00}\t{t.Milliseconds.Max():0.00}"));
}

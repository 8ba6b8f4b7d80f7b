using Assay.Catalog;
using Assay.Host.Catalog;

namespace Assay.Bench;

/// <summary>The memory of the serving process with every real list imported: after its start, and after mixed requests that hardly ever repeat.</summary>
internal static class MemoryBench
{
    private static readonly int[] Stops = [0, 100, 300, 600, 1200, 2400];

    public static async Task RunAsync(BenchRequest request)
    {
        if (request.Shared is not { } shared)
        {
            Console.WriteLine("## Memory\n\nNot measured: name the folder of the shared data with --shared FOLDER.");
            return;
        }
        var folder = Child.NewFolder();
        try
        {
            var models = Fill(folder, shared);
            var url = $"http://127.0.0.1:{Child.FreePort()}";
            using var process = Child.Start(request.Program, "serve", "--data", folder, "--urls", url);
            try
            {
                using var client = new HttpClient { BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(30) };
                await ReadyAsync(client);
                Console.WriteLine("## Memory of the serving process, every list imported\n\n| requests | MB now | MB at most |\n|---:|---:|---:|");
                for (var i = 0; i <= Stops[^1]; i++)
                {
                    if (Stops.Contains(i)) Console.WriteLine($"| {i} | {Child.Memory(process.Id, "VmRSS")} | {Child.Memory(process.Id, "VmHWM")} |");
                    using var reply = await client.GetAsync(Address(models, i));
                    await reply.Content.ReadAsByteArrayAsync();
                }
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<Model> Fill(string folder, string shared)
    {
        var workspace = new Workspace(folder, null, TimeProvider.System);
        RealLists.Import(workspace.Store, shared);
        return CatalogBuilder.Build(workspace.LoadClaims(), DateOnly.FromDateTime(DateTime.UtcNow)).Models;
    }

    /// <summary>Comparisons and pages of models all over the catalogue, and the lists between them.</summary>
    private static string Address(IReadOnlyList<Model> models, int i)
    {
        // Steps that have no divisor in common with any likely count of models walk through all of them.
        var (one, other) = (models[i * 769 % models.Count], models[(i * 1543 + 7) % models.Count]);
        return (i % 10) switch
        {
            0 or 5 => $"/compare/{one.Slug}-vs-{other.Slug}",
            1 or 6 => $"/compare/{one.Slug}-vs-{other.Slug}.json",
            2 => $"/models/{one.Id}",
            3 => $"/models/{one.Id}.json",
            4 => $"/models?sort=cost&page={i % 40 + 1}",
            7 => $"/conflicts?page={i % 9 + 1}",
            8 => $"/changes?page={i % 9 + 1}",
            _ => i % 20 < 10 ? "/conflicts.json" : $"/models.json?page={i % 40 + 1}",
        };
    }

    /// <summary>Answers, and has worked out in the background what no first visitor should wait for.</summary>
    private static async Task ReadyAsync(HttpClient client)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            try
            {
                await client.GetStringAsync("/healthz");
                await Task.Delay(TimeSpan.FromSeconds(5));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new InvalidOperationException("The server did not answer.");
    }
}

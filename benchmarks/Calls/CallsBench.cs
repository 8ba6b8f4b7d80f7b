using System.Security.Cryptography;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Catalog;

namespace Assay.Bench.Calls;

/// <summary>What the caller of models adds to a bare HTTP request: processor time and bytes allocated a call and a token, memory of many lanes, delay of a token.</summary>
internal static class CallsBench
{
    private const string Prompt = "Janet's ducks lay 16 eggs per day. She eats three for breakfast every morning and bakes muffins for her friends every day with four. She sells the remainder at the farmers' market daily for $2 per fresh duck egg. How much in dollars does she make every day at the farmers' market?";

    public static async Task RunAsync(BenchRequest request)
    {
        var (server, address) = await OwnProcess.StartAsync(MockModels.Command);
        var folder = Child.NewFolder();
        try
        {
            var workspace = new Workspace(folder, null, TimeProvider.System);
            if (request.Shared is { } shared) RealLists.Import(workspace.Store, shared);
            var catalog = CatalogBuilder.Build(workspace.LoadClaims(), DateOnly.FromDateTime(DateTime.UtcNow));
            // As a provider of the catalogue with its thousands of offers, reached at another address.
            var settings = new SettingsLocation(folder, folder);
            await File.WriteAllTextAsync(Path.Combine(folder, SettingsFile.Name), Settings(address));
            using var http = new WireHttp(TimeProvider.System);
            var caller = ModelCaller.Create(http, [], () => catalog, settings, name => name == "BENCH_KEY" ? "sk-bench-0123456789" : null, TimeProvider.System, new Random(1));
            Console.WriteLine($"{catalog.OffersOf.Sum(o => o.Count()) + catalog.OffersOfNoModel.Count} offers. Processor time of the process that asks; the server is another one.\n");
            if (Environment.GetEnvironmentVariable("PERF") != "lanes") await CpuAsync(caller, address, request.Runs);
            await LanesBench.RunAsync(address);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string Settings(string address) => $"providers:\n  openrouter: {{ protocol: openai-chat, base_url: {address}, api_key_env: BENCH_KEY, max_concurrency: 256 }}\n";

    private static async Task CpuAsync(ModelCaller caller, string address, int runs)
    {
        using var bare = new BareCalls(address);
        var whole = new CallOptions { Stream = false };
        var picture = RandomNumberGenerator.GetBytes(100_000);
        var image = new CallImage(Convert.ToHexStringLower(SHA256.HashData(picture)), "image/png", 400, 300, picture);
        if (Environment.GetEnvironmentVariable("PERF") is "whole") { while (true) await CpuTable.PrintAsync("w", 20, 4_000, 16, 1, () => Task.CompletedTask, () => Asked(caller, 10, whole)); }
        if (Environment.GetEnvironmentVariable("PERF") is "stream") { while (true) await CpuTable.PrintAsync("w", 20, 50, 1, 2000, () => Task.CompletedTask, () => Asked(caller, 2000, new())); }
        await CpuTable.PrintAsync("One JSON answer of 10 tokens", runs, 2_000, 1, 1, () => bare.WholeAsync(10, Prompt, null), () => Asked(caller, 10, whole));
        await CpuTable.PrintAsync("One JSON answer of 10 tokens, 16 calls at once", runs, 4_000, 16, 1, () => bare.WholeAsync(10, Prompt, null), () => Asked(caller, 10, whole));
        await CpuTable.PrintAsync("One JSON answer to an image of 100 KB, 16 calls at once", runs, 1_000, 16, 1, () => bare.WholeAsync(10, Prompt, picture), () => Asked(caller, 10, whole, image));
        await CpuTable.PrintAsync("A stream of 10 tokens, 16 calls at once", runs, 2_000, 16, 10, () => bare.StreamAsync(10, Prompt), () => Asked(caller, 10, new()));
        await CpuTable.PrintAsync("A stream of 2,000 tokens", runs, 50, 1, 2_000, () => bare.StreamAsync(2_000, Prompt), () => Asked(caller, 2_000, new()));
    }

    private static async Task Asked(ModelCaller caller, int tokens, CallOptions options, CallImage? image = null)
    {
        var transcript = await caller.Ask(new() { Model = new("openrouter", "openai/gpt-4o-mini"), Task = image is null ? ModelTask.Chat : ModelTask.Ask, Prompt = Prompt, Images = image is null ? [] : [image], Parameters = new() { MaxOutputTokens = tokens, Temperature = 0 } }, options);
        if (transcript.Usage?.Output != tokens || transcript.Cost?.Usd is null) throw new InvalidOperationException($"The call did not do what is measured: {transcript.Outcome}, {transcript.Cost}");
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Runs;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Catalog;
using Assay.Evaluation;
using Assay.Host.Catalog;

namespace Assay.Bench.Evals;

/// <summary>One run in a process of its own, so that its memory and processor time are its own.</summary>
internal static class EvalScenario
{
    public const string Command = "eval-scenario";

    private const string Prompt = "Janet's ducks lay 16 eggs per day. She eats three for breakfast every morning and bakes muffins for her friends every day with four. She sells the remainder at the farmers' market daily for $2 per fresh duck egg. How much in dollars does she make every day? Answer with the number";

    /// <param name="args">Address, samples, models, calls at once, delay in ms, faults, bytes of an image, how (once, cached, bare), CPU ms of the baseline.</param>
    public static async Task RunAsync(string[] args)
    {
        var (address, samples, models, atOnce, delay, faults, image, cached) = (args[0], Int(args[1]), Int(args[2]), Int(args[3]), Int(args[4]), Int(args[5]), Int(args[6]), args[7] == "cached");
        var folder = Child.NewFolder();
        try
        {
            var workspace = new Workspace(folder, null, TimeProvider.System);
            var catalog = CatalogBuilder.Build(workspace.LoadClaims(), DateOnly.FromDateTime(DateTime.UtcNow));
            await File.WriteAllTextAsync(Path.Combine(folder, SettingsFile.Name), $"providers:\n  openai: {{ protocol: openai-chat, base_url: {address}/{delay}/{faults}/v1, api_key_env: BENCH_KEY, max_concurrency: 1000 }}\n");
            using var http = new WireHttp(TimeProvider.System);
            var caller = ModelCaller.Create(http, [], () => catalog, new SettingsLocation(folder, folder), name => name == "BENCH_KEY" ? "sk-bench-0123456789" : null, TimeProvider.System, new Random(1));
            var runs = new RunStore(workspace.Store);
            if (args[7] == "bare")
            {
                Console.WriteLine(await BareAsync($"{address}/0/0/v1/chat/completions", Math.Min(samples * models, image > 0 ? 1_000 : 10_000), image));
                return;
            }
            var bare = double.TryParse(args[8], CultureInfo.InvariantCulture, out var floor) ? floor : (double?)null;
            // What waits for answers is measured after the runtime has compiled it.
            if (delay > 0) await WarmAsync(runs, caller, samples, atOnce);
            var run = Kept(runs, samples, models, atOnce, image);
            runs.Begin(run, "bench");
            var first = await MeasureAsync(runs, caller, run);
            Print("", first, run, bare, delay, runs);
            if (!cached) return;
            var again = run with { Id = "01kbench000000000000000002", Settings = run.Settings with { Cache = true } };
            runs.Begin(again, "bench");
            Print("from the cache: ", await MeasureAsync(runs, caller, again), again, null, 0, runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WarmAsync(RunStore runs, ModelCaller caller, int samples, int atOnce)
    {
        var warm = Kept(runs, samples, 1, atOnce, 0) with { Id = "01kbench000000000000000000", Models = ["openai/gpt-4o"] };
        runs.Begin(warm, "warm");
        using var enough = new CancellationTokenSource();
        await new RunLoop(runs, caller, TimeProvider.System).Go(warm, p => _ = StopAsync(p, enough), enough.Token);
        runs.Delete(warm.Id);
    }

    private static async Task StopAsync(RunProgress progress, CancellationTokenSource enough)
    {
        while (progress.Now()[0].Ended < 600) await Task.Delay(20);
        await enough.CancelAsync();
    }

    private sealed record Measured(RunEnd End, double CpuMs, double Seconds, double FirstThousand, double LastThousand);

    private static async Task<Measured> MeasureAsync(RunStore runs, ModelCaller caller, Run run)
    {
        GC.Collect();
        var marks = new List<(int Ended, double At)>();
        RunProgress? progress = null;
        var (cpu, began) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var going = new RunLoop(runs, caller, TimeProvider.System).Go(run, p => progress = p);
        while (await Task.WhenAny(going, Task.Delay(20)) != going)
            if (progress is { } p) marks.Add((p.Now().Sum(m => m.EndedNow), Stopwatch.GetElapsedTime(began).TotalSeconds));
        var end = await going;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        marks.Add((run.Trials, seconds));
        double At(int ended) => marks.First(m => m.Ended >= ended).At;
        return new(end, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, seconds, At(Math.Min(1_000, run.Trials)), seconds - At(Math.Max(0, run.Trials - 1_000)));
    }

    private static Run Kept(RunStore runs, int samples, int models, int atOnce, int imageBytes)
    {
        var suite = new Suite { Id = "bench", Version = "1", Title = "Bench", Licence = "MIT", Categories = ["all"], DefaultScorer = new("number"), Parameters = new() { MaxOutputTokens = 50, Temperature = 0 } };
        IEnumerable<Sample> All()
        {
            for (var i = 0; i < samples; i++)
                yield return new() { Place = i, Id = $"s{i}", Category = "all", Input = $"{Prompt} [#{i}]", Target = [i.ToString(CultureInfo.InvariantCulture)], Images = imageBytes > 0 ? [new($"{i}.png", $"{i:x64}")] : [] };
        }
        runs.KeepSuite("bench", suite, All(), image => Image(int.Parse(image.Hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture), imageBytes));
        return new()
        {
            Id = "01kbench000000000000000001", Created = DateTimeOffset.UnixEpoch, Suite = suite, SuiteHash = "bench", Samples = samples, Models = [.. ((string[])["openai/gpt-4o-mini", "openai/gpt-4o"]).Take(models)],
            Settings = new() { Concurrency = atOnce, Parameters = suite.Parameters }, Origin = new RunOrigin.Own(),
        };
    }

    private static CallImage Image(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "image/png", 640, 480, bytes);
    }

    /// <summary>The least that anybody must do: build the request, send it, read the answer, compare. CPU in ms a call, after as many calls for warming up.</summary>
    private static async Task<double> BareAsync(string address, int calls, int imageBytes)
    {
        using var http = new HttpClient();
        var picture = imageBytes > 0 ? Image(1, imageBytes).Bytes.ToArray() : null;
        async Task Round()
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, calls), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, token) =>
            {
                object content = picture is null ? $"{Prompt} [#{i}]" : new object[] { new { type = "image_url", image_url = new { url = "data:image/png;base64," + Convert.ToBase64String(picture) } }, new { type = "text", text = $"{Prompt} [#{i}]" } };
                using var answer = await http.PostAsJsonAsync(address, new { model = "openai/gpt-4o-mini", messages = new[] { new { role = "user", content } }, temperature = 0, max_tokens = 50 }, token);
                using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(token), default, token);
                if (body.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() != i.ToString(CultureInfo.InvariantCulture)) throw new InvalidOperationException("A wrong answer.");
            });
        }
        await Round();
        var cpu = Environment.CpuUsage.TotalTime;
        await Round();
        return (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / calls;
    }

    private static void Print(string what, Measured m, Run run, double? bare, int delay, RunStore runs)
    {
        var results = runs.Results(run.Id);
        var wrong = run.Trials - results.Count(r => r.State is TrialState.Passed);
        var ideal = delay == 0 ? (double?)null : Math.Ceiling(run.Trials / (double)run.Settings.Concurrency) * delay / 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}{run.Trials:#,0} trials, {run.Settings.Concurrency} at once | {m.CpuMs / run.Trials:0.000} | {(bare is { } b ? b.ToString("0.000", CultureInfo.InvariantCulture) : "")} | {m.Seconds:0.00} | {(ideal is { } i ? (m.Seconds / i).ToString("0.00", CultureInfo.InvariantCulture) : "")} | {m.FirstThousand:0.00} | {m.LastThousand:0.00} | {PeakMb()} | {wrong}{(m.End.Finished ? "" : " " + m.End.Words)}"));
    }

    /// <summary>The most memory the process ever had, as the system tells.</summary>
    private static long PeakMb()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1_000_000;
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

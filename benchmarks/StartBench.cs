using System.Diagnostics;

namespace Assay.Bench;

/// <summary>From starting the process to the first whole comparison page.</summary>
internal static class StartBench
{
    private const string Page = "/compare/gemma-3-12b-it-vs-gpt-4-vision-preview";

    public static async Task RunAsync(BenchRequest request)
    {
        var timings = new List<Timing> { Timing.Of("baseline: process that only prints its version", request.Runs, () => Child.Run(request.Program, "--version")) };
        var folder = Child.NewFolder();
        try
        {
            timings.Add(new("first start ever, curated catalogue imported", [await FirstPageAsync(request, Child.NewFolder(), deleteAfter: true)]));
            await FirstPageAsync(request, folder);
            timings.Add(new("start to first page, curated catalogue", await SeveralAsync(request, folder)));
            if (request.Snapshot is { } snapshot)
            {
                Child.Run(request.Program, "import", "models.dev", snapshot, "--data", folder);
                timings.Add(new("start to first page, models.dev imported", await SeveralAsync(request, folder)));
            }
            Timing.Print("Start to first page, whole process", timings);
            Console.WriteLine();
            Timing.Print("Completing a command line, whole process, time of the processor", Completion(request, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a shell waits for when the tab key is pressed; with the store of the starts before.</summary>
    private static IReadOnlyList<Timing> Completion(BenchRequest request, string folder)
    {
        Timing Of(string what, params string[] args) => new(what, [.. Enumerable.Range(0, request.Runs + 1).Select(_ => Child.Processor(request.Program, args)).Skip(1)]);
        return
        [
            Of("baseline: process that only prints its version", "--version"),
            Of("a command", "__complete", "--data", folder, "comp"),
            Of("a model by its id", "__complete", "--data", folder, "show", "openai/gpt-4"),
            Of("an offer by its id", "__complete", "--data", folder, "show", "openrouter/"),
            Of("a suite", "__complete", "--data", folder, "eval", "run", "vis"),
        ];
    }

    private static async Task<double[]> SeveralAsync(BenchRequest request, string folder)
    {
        var times = new double[request.Runs];
        for (var i = 0; i < times.Length; i++) times[i] = await FirstPageAsync(request, folder);
        return times;
    }

    private static async Task<double> FirstPageAsync(BenchRequest request, string folder, bool deleteAfter = false)
    {
        var url = $"http://127.0.0.1:{Child.FreePort()}";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var start = Stopwatch.GetTimestamp();
        using var process = Child.Start(request.Program, "serve", "--data", folder, "--urls", url);
        try
        {
            while (true)
            {
                try
                {
                    using var reply = await client.GetAsync(url + Page);
                    reply.EnsureSuccessStatusCode();
                    await reply.Content.ReadAsByteArrayAsync();
                    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
                catch (HttpRequestException e) when (e.StatusCode is null && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30))
                {
                    await Task.Delay(5);
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            if (deleteAfter) Directory.Delete(folder, recursive: true);
        }
    }
}

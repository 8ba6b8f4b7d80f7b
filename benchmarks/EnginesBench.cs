using System.Globalization;
using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Calls;
using Assay.Host.Catalog;

namespace Assay.Bench;

/// <summary>The models of this machine, each in its process: the work on one picture alone, the first call with all that it starts, and memory.</summary>
internal static class EnginesBench
{
    public static async Task RunAsync(BenchRequest request)
    {
        var folder = EngineFolder.Of(Workspace.DefaultDataFolder);
        if (!folder.IsInstalled)
        {
            Console.WriteLine($"The engines are not in '{folder.Root}': run 'assay engines install' first, or set {EngineFolder.Variable}.");
            return;
        }
        var page = DrawnPicture.Text(3, [.. Enumerable.Repeat("LOTS 1234 TOTAL 42 BOLTS 1234 LOTS 73", 12)]);
        var line = DrawnPicture.Text(6, "TOTAL 1234");
        var photograph = Noise(640, 480);
        Console.WriteLine("## Models of this machine\n\n| model | picture | median ms | min | max | first call ms | MB |\n|---|---|---:|---:|---:|---:|---:|");
        foreach (var model in LocalModel.All.Where(m => m.Lacks() is null))
        {
            foreach (var (what, picture) in model.Task is ModelTask.Ocr ? [("one line", line), ("a page of 12 lines", page)] : new[] { ("640 × 480", photograph) })
                await Measure(request, folder, model, what, picture);
        }
    }

    private static async Task Measure(BenchRequest request, EngineFolder folder, LocalModel model, string what, Pixels picture)
    {
        await using var engines = new LocalEngines(new(folder, TimeProvider.System), new(request.Program, ["engine"]), new(), TimeProvider.System);
        async Task<EngineOutcome.Replied> Run() => await engines.Run(model, picture, null, null, default) as EngineOutcome.Replied ?? throw new InvalidOperationException($"local/{model.Name} failed.");
        var first = Timing.Once(() => Run().GetAwaiter().GetResult());
        await Run();
        var (times, memory) = (new List<double>(), 0L);
        for (var i = 0; i < request.Runs; i++)
        {
            var reply = await Run();
            times.Add(reply.Took.TotalMilliseconds);
            memory = Math.Max(memory, reply.Memory);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {model.Name} | {what} | {new Timing(what, times).Median:0} | {times.Min():0} | {times.Max():0} | {first:0} | {memory / 1e6:0} |"));
    }

    private static Pixels Noise(int width, int height)
    {
        var picture = DrawnPicture.Plain(width, height, 0);
        new Random(1).NextBytes(picture.Rgb);
        return picture;
    }
}

using System.Globalization;

namespace Assay.Bench.Evals;

/// <summary>Reports of a run of 100,000 trials beside those of a run of 1,000, which is the baseline: what a reader waits for must hardly grow.</summary>
internal static class ReportsBench
{
    private const int Few = 500, Many = 50_000;

    public static async Task RunAsync(BenchRequest request)
    {
        var (few, many) = (await MeasureAsync(request, Few), await MeasureAsync(request, Many));
        Console.WriteLine($"## Reports of runs: server time in ms of 2 models on {Few} and on {Many:#,0} samples\n\n| what | {2 * Few:#,0} trials | {2 * Many:#,0} trials | min | max | × |\n|---|---:|---:|---:|---:|---:|");
        foreach (var ((what, median, _, _), (_, large, min, max)) in few.Figures.Zip(many.Figures))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {median:0.00} | {large:0.00} | {min:0.00} | {max:0.00} | {large / median:0.0} |"));
        Console.WriteLine("\n| memory of the serving process, MB | before | then | at most |\n|---|---:|---:|---:|");
        foreach (var (trials, measured) in ((int, Measured)[])[(2 * Few, few), (2 * Many, many)])
            foreach (var (after, memory) in ((string[])["the pages", "the export"]).Zip(measured.Memory))
                Console.WriteLine($"| {trials:#,0} trials, after {after} | {memory[0]} | {memory[1]} | {memory[2]} |");
    }

    private sealed record Measured(IReadOnlyList<(string What, double Median, double Min, double Max)> Figures, IReadOnlyList<int[]> Memory);

    private static async Task<Measured> MeasureAsync(BenchRequest request, int samples)
    {
        var folder = Child.NewFolder();
        try
        {
            var own = Environment.ProcessPath!;
            var count = samples.ToString(CultureInfo.InvariantCulture);
            Child.Run(own, ReportsStore.Command, folder, count);
            var lines = (await Task.Run(() => Child.Measure(own, ReportsServing.Command, folder, count))).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToLookup(l => l[0] == "memory");
            List<(string, double, double, double)> figures = [.. lines[false].Select(l => (l[0], Number(l[1]), Number(l[2]), Number(l[3])))];
            var told = Timing.Of("", 3, () => Child.Run(request.Program, "eval", "report", "latest", "--data", folder));
            figures.Add(("assay eval report, the whole command", told.Median, told.Milliseconds.Min(), told.Milliseconds.Max()));
            return new(figures, [.. lines[true].Select(l => l[1..].Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

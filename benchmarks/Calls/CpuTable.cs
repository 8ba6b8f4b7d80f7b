using System.Diagnostics;
using System.Globalization;

namespace Assay.Bench.Calls;

/// <summary>Processor time, user and system, and bytes allocated of the baseline and of what is measured, in turns, so that a busy machine is busy for both.</summary>
internal static class CpuTable
{
    private sealed record Round(double CpuMs, double WallMs, double Bytes);

    /// <param name="title">Of the table.</param>
    /// <param name="runs">Rounds of each; medians are told.</param>
    /// <param name="calls">Of a round.</param>
    /// <param name="atOnce">Calls under way at one time.</param>
    /// <param name="tokens">Of a call.</param>
    /// <param name="bare">One call of the baseline.</param>
    /// <param name="asked">One call as measured.</param>
    public static async Task PrintAsync(string title, int runs, int calls, int atOnce, int tokens, Func<Task> bare, Func<Task> asked)
    {
        Console.WriteLine($"## {title}\n\n| what | CPU ms a call, median | least | above the baseline | × | ms a call | bytes allocated a {(tokens > 1 ? "token" : "call")} |\n|---|---:|---:|---:|---:|---:|---:|");
        // Until the runtime has compiled the hot paths at its highest tier, in the background.
        for (var i = 0; i < 4; i++)
        {
            await RunAsync(calls, atOnce, bare);
            await RunAsync(calls, atOnce, asked);
            await Task.Delay(200);
        }
        var (baseline, measured) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < runs; i++)
        {
            baseline.Add(await RunAsync(calls, atOnce, bare));
            measured.Add(await RunAsync(calls, atOnce, asked));
        }
        var floor = Median(baseline, r => r.CpuMs);
        foreach (var (what, rounds) in new[] { ("HttpClient", baseline), ("ModelCaller", measured) })
        {
            var cpu = Median(rounds, r => r.CpuMs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {cpu:0.0000} | {rounds.Min(r => r.CpuMs):0.0000} | {cpu - floor:0.0000} | {cpu / floor:0.0} | {Median(rounds, r => r.WallMs):0.000} | {Median(rounds, r => r.Bytes) / tokens:#,0} |"));
        }
        Console.WriteLine();
    }

    private static double Median(List<Round> rounds, Func<Round, double> of) => rounds.Select(of).Order().ElementAt(rounds.Count / 2);

    private static async Task<Round> RunAsync(int calls, int atOnce, Func<Task> call)
    {
        var (cpu, wall, bytes) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            for (var i = 0; i < calls / atOnce; i++) await call();
        }));
        return new((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / calls, Stopwatch.GetElapsedTime(wall).TotalMilliseconds / calls, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
    }
}

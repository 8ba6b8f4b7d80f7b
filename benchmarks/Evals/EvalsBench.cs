using System.Diagnostics;
using Assay.Bench.Calls;

namespace Assay.Bench.Evals;

/// <summary>What a trial of a run costs, how near runs come to what their calls take, and how they fare when calls fail.</summary>
internal static class EvalsBench
{
    public static async Task RunAsync()
    {
        var (server, address) = await OwnProcess.StartAsync(EvalServer.Command);
        using var client = new HttpClient();
        try
        {
            Console.WriteLine("Each row is a process of its own; the server is another one. Everything is kept in the store as always. CPU is user and system, of the whole process while the run goes.\n");
            Console.WriteLine("| what | trials | CPU ms a trial | bare HttpClient loop | seconds | × ideal | first 1,000, s | last 1,000, s | most MB | not as they should be |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            await ScenarioAsync("text, no delay", address, 20_000, 2, 16, 0, 0, 0);
            await ScenarioAsync("an image of 100 KB, no delay", address, 1_000, 1, 16, 0, 0, 100_000);
            await ScenarioAsync("text, answers after 200 ms", address, 2_560, 1, 64, 200, 0, 0);
            await ScenarioAsync("text, answers after 200 ms", address, 5_120, 1, 256, 200, 0, 0);
            await ScenarioAsync("twice, the second time", address, 4_000, 1, 16, 0, 0, 0, "cached");
            await ScenarioAsync("200 ms, 10 % refused for 1 s, 2 % torn", address, 4_000, 1, 64, 200, 1, 0);
            var counts = (await client.GetStringAsync(address + "/counts")).Split(' ');
            Console.WriteLine($"\nOf {counts[0]} requests {counts[1]} came before they were told to; {counts[2]} were torn.");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task ScenarioAsync(string what, string address, int samples, int models, int atOnce, int delay, int faults, int image, string how = "once")
    {
        string[] Line(string how, string bare) => [EvalScenario.Command, address, $"{samples}", $"{models}", $"{atOnce}", $"{delay}", $"{faults}", $"{image}", how, bare];
        // The baseline in a process of its own: its memory is not the run's.
        var bare = delay == 0 && how == "once" ? (await LinesAsync(Line("bare", "")))[0] : "";
        foreach (var line in await LinesAsync(Line(how, bare))) Console.WriteLine($"| {what} | {line} |");
    }

    private static async Task<string[]> LinesAsync(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException($"A run of the benchmark ended with {process.ExitCode}.");
    }
}

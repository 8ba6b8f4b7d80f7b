using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Adapters.Settings;

namespace Assay.Bench.Calls;

/// <summary>
/// Lanes that stream slowly through the serving program to readers: how much memory it takes, and how long a token is under way from the server of models
/// through the program to the reader. All three are processes of their own; the clock is the machine's.
/// </summary>
internal static class LanesBench
{
    private const int Tokens = 500, OfATurn = 8;
    private static readonly string[] Slow = [.. Enumerable.Range(1, OfATurn).Select(i => $"slow-{i}")];

    public static async Task RunAsync(string models)
    {
        Console.WriteLine($"## Lanes of {Tokens} tokens, 50 a second each, through the program to a reader\n\n| lanes | ms to the reader: first token, median | most | every token, median | 99 of 100 | MB before | MB at most | CPU ms a token |\n|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var lanes in (int[])[1, 8, 64, 200]) await LanesAsync(models, lanes);
        Console.WriteLine();
    }

    private static async Task LanesAsync(string models, int lanes)
    {
        var folder = Child.NewFolder();
        Process? server = null;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, SettingsFile.Name), $"providers:\n  mock: {{ protocol: openai-chat, base_url: {models}, models: [{string.Join(", ", Slow)}], max_concurrency: 512 }}\n");
            (server, var address) = await OwnProcess.StartAsync(LanesServer.Command, folder);
            using var http = new HttpClient { BaseAddress = new(address), Timeout = Timeout.InfiniteTimeSpan };
            // The first turn compiles what the others run.
            await TurnAsync(http, Math.Min(lanes, OfATurn), 50);
            var (before, cpu) = (Child.Memory(server.Id, "VmRSS"), server.TotalProcessorTime);
            var turns = await Task.WhenAll(Enumerable.Range(0, (lanes + OfATurn - 1) / OfATurn).Select(i => TurnAsync(http, Math.Min(OfATurn, lanes - i * OfATurn), Tokens)));
            server.Refresh();
            var (first, all) = (Delays(turns.SelectMany(t => t.First)), Delays(turns.SelectMany(t => t.All)));
            if (all.Length < lanes * Tokens * 0.9) throw new InvalidOperationException($"Of {lanes * Tokens} tokens {all.Length} came.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {lanes} | {At(first, 0.5):0.0} | {first[^1]:0.0} | {At(all, 0.5):0.0} | {At(all, 0.99):0.0} | {before} | {Child.Memory(server.Id, "VmHWM")} | {(server.TotalProcessorTime - cpu).TotalMilliseconds / all.Length:0.000} |"));
        }
        finally
        {
            server?.Kill();
            server?.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double[] Delays(IEnumerable<double> delays) => [.. delays.Order()];

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    /// <summary>Starts a turn and reads it to its end; of each token, how long it was under way.</summary>
    private static async Task<(List<double> First, List<double> All)> TurnAsync(HttpClient http, int lanes, int tokens)
    {
        var ask = new StringContent($$"""{ "task": "chat", "models": [{{string.Join(", ", Slow.Take(lanes).Select(m => $"\"mock/{m}\""))}}], "prompt": "Count", "max_output_tokens": {{tokens}} }""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/playground/turns") { Content = ask };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var (first, all, seen, isText) = (new List<double>(), new List<double>(), new HashSet<int>(), false);
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) isText = line == "event: text";
            if (!isText || !line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            var now = Stopwatch.GetTimestamp();
            using var data = JsonDocument.Parse(line.AsMemory(6));
            var sent = long.Parse(data.RootElement.GetProperty("text").GetString()!.AsSpan()[2..], CultureInfo.InvariantCulture);
            var delay = Stopwatch.GetElapsedTime(sent, now).TotalMilliseconds;
            all.Add(delay);
            if (seen.Add(data.RootElement.GetProperty("lane").GetInt32())) first.Add(delay);
        }
        return (first, all);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Assay.Bench;

/// <summary>
/// A comparison page asked for again and again over loopback, against nginx serving the same bytes from a file: each server on one core, wrk on another, in turns.
/// </summary>
internal static class ServeBench
{
    private const string Page = "/compare/gpt-4o-vs-gpt-4o-mini";
    private const string ServerCore = "0", ClientCore = "1";
    private const int Rounds = 3, Seconds = 4, Connections = 32;

    /// <summary>What a server is asked for: the encoding, and the address at nginx.</summary>
    private static readonly (string Encoding, string File)[] Forms = [("identity", "plain"), ("br", "brotli"), ("gzip", "gzip")];

    public static async Task RunAsync(BenchRequest request)
    {
        if (Array.Find(["nginx", "wrk", "taskset"], tool => Tool(tool) is null) is { } missing)
        {
            Console.WriteLine($"## Serving\n\nNot measured: '{missing}' is not on the PATH. On Debian: apt-get install nginx-light wrk util-linux.");
            return;
        }
        var folder = Child.NewFolder();
        try
        {
            if (request.Snapshot is { } snapshot) Child.Run(request.Program, "import", "models.dev", snapshot, "--data", Path.Combine(folder, "data"));
            var ours = $"http://127.0.0.1:{Child.FreePort()}";
            using var assay = Child.Start(Tool("taskset")!, "-c", ServerCore, request.Program, "serve", "--data", Path.Combine(folder, "data"), "--urls", ours);
            try
            {
                var sizes = await SaveAsync(ours + Page, folder);
                var port = Child.FreePort();
                File.WriteAllText(Path.Combine(folder, "nginx.conf"), Configuration(folder, port));
                using var nginx = Child.Start(Tool("taskset")!, "-c", ServerCore, Tool("nginx")!, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log"));
                try
                {
                    await ReadyAsync($"http://127.0.0.1:{port}/plain");
                    Console.WriteLine("## A page asked for again, one core each, 32 connections\n\n| form | bytes | nginx, requests/s | Assay, requests/s | of nginx |\n|---|---:|---:|---:|---:|");
                    foreach (var (encoding, file) in Forms) Compare(encoding, sizes[file], $"http://127.0.0.1:{port}/{file}", ours + Page);
                }
                finally
                {
                    nginx.Kill();
                    await nginx.WaitForExitAsync();
                }
            }
            finally
            {
                assay.Kill();
                await assay.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string encoding, int bytes, string theirs, string ours)
    {
        Ask(ours, encoding, seconds: 3);
        Ask(theirs, encoding, seconds: 1);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Theirs: Ask(theirs, encoding), Ours: Ask(ours, encoding))).ToArray();
        var (them, us) = (Median(rounds.Select(r => r.Theirs)), Median(rounds.Select(r => r.Ours)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {encoding} | {bytes:N0} | {them:N0} | {us:N0} | {Median(rounds.Select(r => r.Ours / r.Theirs)):0.00} |"));
    }

    private static double Median(IEnumerable<double> of) => of.Order().ElementAt(Rounds / 2);

    /// <summary>Requests a second. A request that fails ends the measurement: it is no timing.</summary>
    private static double Ask(string address, string encoding, int seconds = Seconds)
    {
        var said = Child.Measure(Tool("taskset")!, "-c", ClientCore, Tool("wrk")!, "-t1", $"-c{Connections}", $"-d{seconds}s", "-H", $"Accept-Encoding: {encoding}", address).Output.Split('\n');
        if (Array.Find(said, l => l.Contains("Non-2xx", StringComparison.Ordinal) || l.Contains("Socket errors", StringComparison.Ordinal)) is { } fault) throw new InvalidOperationException($"{address}: {fault.Trim()}");
        return double.Parse(said.First(l => l.StartsWith("Requests/sec:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
    }

    private static async Task<Dictionary<string, int>> SaveAsync(string address, string folder)
    {
        await ReadyAsync(address);
        using var client = new HttpClient();
        var sizes = new Dictionary<string, int>();
        foreach (var (encoding, file) in Forms)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue(encoding) } } };
            using var reply = await client.SendAsync(request);
            var bytes = await reply.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            Directory.CreateDirectory(Path.Combine(folder, "www"));
            await File.WriteAllBytesAsync(Path.Combine(folder, "www", file), bytes);
            sizes[file] = bytes.Length;
        }
        return sizes;
    }

    private static async Task ReadyAsync(string address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(20))
            try
            {
                using var reply = await client.GetAsync(address);
                reply.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode is null && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60)) { }
    }

    /// <summary>nginx as its manual says it serves files best: sendfile, file handles kept, no log.</summary>
    private static string Configuration(string folder, int port) => $$"""
        daemon off; master_process off; user root; worker_processes 1; pid {{folder}}/nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=100; default_type "text/html; charset=utf-8";
          client_body_temp_path {{folder}}/t1; proxy_temp_path {{folder}}/t2; fastcgi_temp_path {{folder}}/t3; uwsgi_temp_path {{folder}}/t4; scgi_temp_path {{folder}}/t5;
          server {
            listen 127.0.0.1:{{port}}; root {{folder}}/www;
            location = /brotli { add_header Content-Encoding br; }
            location = /gzip { add_header Content-Encoding gzip; }
          }
        }
        """;

    private static string? Tool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin").Split(':').Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
}

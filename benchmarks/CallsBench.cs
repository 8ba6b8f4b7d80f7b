using System.Diagnostics;
using System.Net;
using System.Text;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Calls;
using Assay.Catalog;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Bench;

/// <summary>What the caller of models adds to a bare HTTP request: time a call, tokens a second of one stream, bytes allocated.</summary>
internal static class CallsBench
{
    private const int Short = 10, Long = 20_000, Calls = 300;

    public static async Task RunAsync()
    {
        await using var app = Server();
        await app.StartAsync();
        var address = app.Urls.Single() + "/v1";
        using var http = new WireHttp(TimeProvider.System);
        var catalog = CatalogBuilder.Build([], new(2026, 11, 21));
        ProviderSettings settings = new() { All = [new("mock") { Protocol = "openai-chat", BaseUrl = address, MaxConcurrency = 64 }] };
        var caller = new ModelCaller(WireProtocols.All(http), new(() => settings, _ => null), () => catalog, TimeProvider.System, new Random(1));
        using var bare = new HttpClient();

        await Table($"One call of {Short} tokens, {Calls} times one after the other", Calls, Short, () => Bare(bare, address, Short), () => Asked(caller, Short));
        await Table($"One stream of {Long:#,0} tokens", 7, Long, () => Bare(bare, address, Long), () => Asked(caller, Long));
    }

    private static async Task Table(string title, int runs, int tokens, Func<Task> bare, Func<Task> asked)
    {
        Console.WriteLine($"## {title}\n\n| what | median ms | min | tokens a second, median | bytes allocated a token | × baseline |\n|---|---:|---:|---:|---:|---:|");
        double? baseline = null;
        foreach (var (what, run) in new[] { ("HttpClient, bytes thrown away", bare), ("ModelCaller, every event read", asked) })
        {
            for (var i = 0; i < Math.Max(3, runs / 3); i++) await run();
            var times = new List<double>();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < runs; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await run();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)runs / tokens;
            var median = times.Order().ElementAt(times.Count / 2);
            baseline ??= median;
            Console.WriteLine($"| {what} | {median:0.00} | {times.Min():0.00} | {tokens / median * 1000:#,0} | {bytes:#,0} | {median / baseline:0.0} |");
        }
        Console.WriteLine("\nThe server is in the same process: its allocations are in both rows.\n");
    }

    private static async Task Bare(HttpClient http, string address, int tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/chat/completions") { Content = new StringContent($"{{\"model\":\"{tokens}\"}}", Encoding.UTF8, "application/json") };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await (await answer.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null);
    }

    private static async Task Asked(ModelCaller caller, int tokens)
    {
        var transcript = await caller.Ask(new() { Model = new("mock", tokens.ToString()), Task = ModelTask.Chat, Prompt = "Say hello" });
        if (transcript.Usage?.Output != tokens) throw new InvalidOperationException($"The call did not do what is measured: {transcript.Outcome}");
    }

    private static WebApplication Server()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var (brief, large) = (Chunks(Short), Chunks(Long));
        app.MapPost("/v1/chat/completions", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var wantsLarge = (await reader.ReadToEndAsync()).Contains($"\"{Long}\"", StringComparison.Ordinal);
            context.Response.ContentType = "text/event-stream";
            context.Response.StatusCode = (int)HttpStatusCode.OK;
            await context.Response.Body.WriteAsync(wantsLarge ? large : brief);
        });
        return app;
    }

    private static byte[] Chunks(int tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens; i++) text.Append("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}\n\n");
        text.Append("data: {\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
        text.Append($"data: {{\"id\":\"c\",\"model\":\"m\",\"choices\":[],\"usage\":{{\"prompt_tokens\":3,\"completion_tokens\":{tokens}}}}}\n\ndata: [DONE]\n\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

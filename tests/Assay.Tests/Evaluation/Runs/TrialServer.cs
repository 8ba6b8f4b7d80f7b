using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Tests.Evaluation;

/// <summary>A server of models that answers in one document what is right, and counts how often each question of each model came.</summary>
internal sealed partial class TrialServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeSpan delay;
    private int requests;

    private TrialServer(TimeSpan delay)
    {
        this.delay = delay;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/chat/completions", Answer);
    }

    public string Address { get; private set; } = "";

    /// <summary>Requests that arrived, by model and the number in the prompt.</summary>
    public ConcurrentDictionary<(string Model, int Place), int> Asked { get; } = [];

    /// <summary>All of them.</summary>
    public int Requests => requests;

    /// <summary>Waited for before the answer to a question, by the number in the prompt.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the model <c>judge</c> says to a prompt; null: it fails and asking the same call again would not help.</summary>
    public Func<string, string?> Judge { get; set; } = _ => null;

    public static async Task<TrialServer> Start(TimeSpan delay)
    {
        var server = new TrialServer(delay);
        await server.app.StartAsync();
        server.Address = server.app.Urls.Single() + "/v1";
        return server;
    }

    private async Task Answer(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var (model, prompt) = (body.RootElement.GetProperty("model").GetString()!, body.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").ToString());
        var place = int.Parse(Marker().Match(prompt).Groups[1].Value);
        Asked.AddOrUpdate((model, place), 1, (_, n) => n + 1);
        Interlocked.Increment(ref requests);
        await Before(place);
        if (delay > TimeSpan.Zero) await Task.Delay(delay);
        context.Response.ContentType = "application/json";
        if (model == "judge")
        {
            var said = Judge(prompt);
            if (said is null) context.Response.StatusCode = 400;
            await context.Response.WriteAsync(said is null ? """{"error":{"message":"The judge is out.","type":"invalid_request_error"}}"""
                : $$$"""{"id":"c1","object":"chat.completion","created":1,"model":"judge","choices":[{"index":0,"message":{"role":"assistant","content":{{{JsonSerializer.Serialize(said)}}}},"finish_reason":"stop"}],"usage":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}}""");
            return;
        }
        await context.Response.WriteAsync($$$"""{"id":"c1","object":"chat.completion","created":1,"model":"{{{model}}}","choices":[{"index":0,"message":{"role":"assistant","content":"{{{2 * place}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}}""");
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    [GeneratedRegex(@"\[#(\d+)\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}

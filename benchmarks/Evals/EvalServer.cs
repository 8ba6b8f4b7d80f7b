using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Assay.Bench.Evals;

/// <summary>
/// A server of models for runs, in a process of its own: it answers the number in the prompt, after a delay, and where that is asked for refuses one question in ten
/// at first and tears two in a hundred. It counts what came, and what came before it was told to.
/// </summary>
internal static class EvalServer
{
    public const string Command = "eval-models";

    private static readonly ConcurrentDictionary<string, long> Refused = new(StringComparer.Ordinal);
    private static int requests, early, torn;

    public static Task ServeAsync() => ServingProcess.RunAsync("", app =>
    {
        app.MapPost("/{delay:int}/{faults:int}/v1/chat/completions", AnswerAsync);
        app.MapGet("/counts", () => $"{requests} {early} {torn}");
    });

    private static async Task AnswerAsync(HttpContext context, int delay, int faults)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(1 << 18);
        var length = 0;
        while (await context.Request.Body.ReadAsync(buffer.AsMemory(length)) is > 0 and var read) length += read;
        var (model, number) = Read(buffer.AsSpan(0, length));
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        Interlocked.Increment(ref requests);
        if (delay > 0) await Task.Delay(delay);
        if (faults > 0 && Fails(context, $"{model}/{number}", number)) return;
        context.Response.ContentType = "application/json";
        var answer = Encoding.UTF8.GetBytes($$$"""{"id":"chatcmpl-1","object":"chat.completion","created":1780000000,"model":"{{{model}}}","choices":[{"index":0,"message":{"role":"assistant","content":"{{{number}}}","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":60,"completion_tokens":3,"total_tokens":63}}""");
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    /// <summary>The first time that a question comes.</summary>
    private static bool Fails(HttpContext context, string question, int number)
    {
        if (Refused.TryGetValue(question, out var told))
        {
            if (told > 0 && Stopwatch.GetElapsedTime(told).TotalSeconds < 1) Interlocked.Increment(ref early);
            return false;
        }
        if (number % 10 == 3)
        {
            Refused[question] = Stopwatch.GetTimestamp();
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1";
            return true;
        }
        if (number % 50 != 7) return false;
        Refused[question] = 0;
        Interlocked.Increment(ref torn);
        context.Abort();
        return true;
    }

    private static (string Model, int Number) Read(ReadOnlySpan<byte> text)
    {
        var model = text[(text.IndexOf("\"model\":\""u8) + 9)..];
        var number = text[(text.LastIndexOf("[#"u8) + 2)..];
        return (Encoding.ASCII.GetString(model[..model.IndexOf((byte)'"')]), int.Parse(number[..number.IndexOf((byte)']')], CultureInfo.InvariantCulture));
    }
}

using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Assay.Bench.Calls;

/// <summary>
/// A server of models that speaks OpenAI's chat with ready bytes, in a process of its own: what it costs is not in the figures of who asks. It answers as
/// many tokens as <c>max_tokens</c> allows; models named <c>slow</c>… one after the other, each with the time at which it was sent.
/// </summary>
internal static class MockModels
{
    public const string Command = "mock-models";

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    public static Task ServeAsync() => ServingProcess.RunAsync("/v1", app => app.MapPost("/v1/chat/completions", AnswerAsync));

    private static async Task AnswerAsync(HttpContext context)
    {
        var (tokens, streams, slowly) = await AskedAsync(context.Request.Body);
        if (slowly)
        {
            await SlowlyAsync(context, tokens);
            return;
        }
        context.Response.ContentType = streams ? "text/event-stream" : "application/json";
        var bytes = Ready.GetOrAdd((tokens, streams), key => Encoding.UTF8.GetBytes(key.Streams ? Chunks(key.Tokens) : Whole(key.Tokens)));
        if (!streams) context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(int Tokens, bool Streams), byte[]> Ready = [];

    private static async Task<(int Tokens, bool Streams, bool Slowly)> AskedAsync(Stream body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        var length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length)) is > 0 and var read) length += read;
        var asked = Read(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return asked;
    }

    private static (int, bool, bool) Read(ReadOnlySpan<byte> text)
    {
        var tokens = text[(text.LastIndexOf("\"max_tokens\":"u8) + 13)..];
        return (int.Parse(tokens[..tokens.IndexOfAnyExceptInRange((byte)'0', (byte)'9')], CultureInfo.InvariantCulture), text.LastIndexOf("\"stream\":true"u8) >= 0, text.IndexOf("\"model\":\"slow"u8) >= 0);
    }

    private static async Task SlowlyAsync(HttpContext context, int tokens)
    {
        context.Response.ContentType = "text/event-stream";
        for (var i = 0; i < tokens; i++)
        {
            await context.Response.WriteAsync(Piece($" @{Stopwatch.GetTimestamp()}"));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Pace);
        }
        await context.Response.WriteAsync(End(tokens));
    }

    private static string Chunks(int tokens) => new StringBuilder().Insert(0, Piece(" word"), tokens).Append(End(tokens)).ToString();

    private static string Piece(string text) => $$$"""data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1780000000,"model":"m","choices":[{"index":0,"delta":{"content":"{{{text}}}"},"finish_reason":null}]}""" + "\n\n";

    private static string End(int tokens) => $$$"""
        data: {"id":"chatcmpl-1","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: {"id":"chatcmpl-1","model":"m","choices":[],"usage":{"prompt_tokens":30,"completion_tokens":{{{tokens}}},"total_tokens":{{{tokens + 30}}}}}

        data: [DONE]


        """;

    private static string Whole(int tokens) => $$$$"""{"id":"chatcmpl-1","object":"chat.completion","created":1780000000,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"{{{{string.Concat(Enumerable.Repeat(" word", tokens))}}}}","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":30,"completion_tokens":{{{{tokens}}}},"total_tokens":{{{{tokens + 30}}}},"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}}}""";
}

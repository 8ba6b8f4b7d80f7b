using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Tests.Calls;

/// <summary>
/// A server of models on this machine that speaks the dialects of the providers and answers by script, chosen by the model's name. It counts and keeps what it
/// was asked.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private static readonly IDialect[] Dialects = [new OpenAiChatDialect(), new OpenAiResponsesDialect(), new AnthropicDialect(), new GeminiDialect(), new OllamaDialect()];

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Script>> scripts = new(StringComparer.Ordinal);
    private int atOnce;

    private ModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 100_000_000);
        app = builder.Build();
        app.Run(Answer);
    }

    /// <summary>Ends in a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Every call, in the order of arrival.</summary>
    public ConcurrentQueue<ModelCall> Calls { get; } = [];

    /// <summary>Most calls that were under way at one time.</summary>
    public int MostAtOnce { get; private set; }

    public static async Task<ModelServer> Start()
    {
        var server = new ModelServer();
        await server.app.StartAsync();
        server.Address = new(server.app.Urls.Single() + "/");
        return server;
    }

    /// <summary>The base address to give for a protocol.</summary>
    public string BaseOf(string protocol) => new Uri(Address, Dialects.Single(d => d.Id == protocol).Base).AbsoluteUri;

    /// <summary>What a model answers: one script a call, the last one for ever.</summary>
    public void Says(string model, params Script[] all) => scripts[model] = new(all);

    public int Count(string model) => Calls.Count(c => c.Model == model);

    /// <summary>Waits until a model was asked so many times.</summary>
    public async Task Asked(string model, int times = 1)
    {
        for (var looks = 0; Count(model) < times; looks++)
        {
            if (looks > 4_000) throw new InvalidOperationException($"'{model}' was asked {Count(model)} times, not {times}.");
            await Task.Delay(5, TestContext);
        }
    }

    private static CancellationToken TestContext => Xunit.TestContext.Current.CancellationToken;

    private async Task Answer(HttpContext context)
    {
        var now = Interlocked.Increment(ref atOnce);
        lock (scripts) MostAtOnce = Math.Max(MostAtOnce, now);
        try
        {
            var path = context.Request.Path.Value!;
            if (Array.Find(Dialects, d => d.Speaks(path)) is not { } dialect)
            {
                context.Response.StatusCode = 404;
                return;
            }
            using var reader = new StreamReader(context.Request.Body);
            var body = JsonDocument.Parse(await reader.ReadToEndAsync(context.RequestAborted)).RootElement;
            var model = dialect.ModelOf(path, body);
            Calls.Enqueue(new(dialect.Id, model, path + context.Request.QueryString, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body,
                [.. dialect.Images(body).Select(b => Convert.ToHexStringLower(SHA256.HashData(b)))]));
            await Play(context, dialect, model, Next(model), dialect.Streams(path, body));
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }

    private Script Next(string model)
    {
        if (!scripts.TryGetValue(model, out var queue)) return Script.Hello;
        return queue.Count > 1 && queue.TryDequeue(out var next) ? next : queue.TryPeek(out var last) ? last : Script.Hello;
    }

    private static async Task Play(HttpContext context, IDialect dialect, string model, Script script, bool streams)
    {
        var aborted = context.RequestAborted;
        if (script.Before is not null) await script.Before.WaitAsync(aborted);
        foreach (var (name, value) in script.Headers) context.Response.Headers[name] = value;
        context.Response.StatusCode = script.Status;
        context.Response.ContentType = script.Type ?? (script.Status == 200 && streams ? dialect.Type : "application/json");
        if (script.Body is not null || script.Status != 200)
        {
            await context.Response.WriteAsync(script.Body ?? dialect.Error(script.Status, script.Error), aborted);
            return;
        }
        var pen = new Pen(context.Response, streams ? script : script with { Comments = false });
        if (!streams)
        {
            await PlayWhole(context, pen, dialect, model, script);
            return;
        }
        foreach (var frame in dialect.Start(model, script)) await pen.Write(frame, aborted);
        for (var i = 0; i < script.Pieces.Count; i++)
        {
            if (script.BeforePiece is not null) await script.BeforePiece(i).WaitAsync(aborted);
            await pen.Write(dialect.Piece(model, script.Pieces[i]), aborted);
        }
        var megabyte = script.Megabytes == 0 ? "" : dialect.Piece(model, new string('x', 1_000_000));
        for (var i = 0; i < script.Megabytes; i++) await pen.Write(megabyte, aborted);
        if (script.BeforeEnd is not null) await script.BeforeEnd.WaitAsync(aborted);
        if (script.Reset)
        {
            context.Abort();
            return;
        }
        if (script.RawEnd is not null) await pen.Write(script.RawEnd, aborted);
        else if (script.ErrorInside is { } error) await pen.Write(dialect.ErrorInside(error), aborted);
        else if (!script.Cut)
            foreach (var frame in dialect.End(model, script)) await pen.Write(frame, aborted);
    }

    /// <summary>The first half before <see cref="Script.BeforeEnd"/>, the rest after it.</summary>
    private static async Task PlayWhole(HttpContext context, Pen pen, IDialect dialect, string model, Script script)
    {
        const string megabytes = "<megabytes>";
        var aborted = context.RequestAborted;
        var text = string.Concat(script.Pieces) + (script.Megabytes > 0 ? megabytes : "");
        var all = script.RawEnd ?? (script.ErrorInside is { } error ? dialect.ErrorInWhole(error) : dialect.Whole(model, text, script));
        var half = script.Megabytes > 0 ? all.IndexOf(megabytes, StringComparison.Ordinal) : all.Length / 2;
        await pen.Write(all[..half], aborted);
        for (var i = 0; i < script.Megabytes; i++) await pen.Write(new string('x', 1_000_000), aborted);
        if (script.BeforeEnd is not null) await script.BeforeEnd.WaitAsync(aborted);
        if (script.Reset) context.Abort();
        else if (!script.Cut) await pen.Write(all[(half + (script.Megabytes > 0 ? megabytes.Length : 0))..], aborted);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>Writes frames in the pieces of bytes that a script wants.</summary>
    private sealed class Pen(HttpResponse response, Script script)
    {
        public async Task Write(string frame, CancellationToken cancellationToken)
        {
            if (script.Comments) frame = ": still there\n\n" + frame;
            if (script.CrLf) frame = frame.Replace("\n", "\r\n", StringComparison.Ordinal);
            var bytes = Encoding.UTF8.GetBytes(frame);
            var step = script.Split ?? Math.Max(1, bytes.Length);
            for (var at = 0; at < bytes.Length; at += step)
            {
                await response.Body.WriteAsync(bytes.AsMemory(at, Math.Min(step, bytes.Length - at)), cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
            }
        }
    }
}

/// <summary>One call as the server got it.</summary>
/// <param name="Images">SHA-256 of each image, as 64 hexadecimal digits.</param>
internal sealed record ModelCall(string Protocol, string Model, string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body, IReadOnlyList<string> Images);

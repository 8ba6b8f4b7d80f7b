using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Calls;
using Assay.Host.Web;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>The events of a turn as a stream of server-sent events: names and data as docs/playground.md lists them.</summary>
internal sealed class TurnStream(TurnRun run, TurnViewBuilder views, TimeProvider time)
{
    /// <summary>Proxies close a connection on which nothing moves.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>Writes from the event after <paramref name="after"/> to the end of the turn, or until the reader leaves; the turn goes on all the same.</summary>
    public async Task Write(HttpContext context, int after)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        // A stream would hold up the end of the program for as long as its turn runs.
        var closing = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, closing);
        var left = either.Token;
        await using var events = run.Follow(after, left).GetAsyncEnumerator(left);
        try
        {
            for (var next = events.MoveNextAsync().AsTask(); ;)
            {
                if (!await Soon(next, left))
                {
                    await context.Response.WriteAsync(": waiting\n\n", left);
                    continue;
                }
                if (!await next) return;
                await context.Response.Body.WriteAsync(Bytes(events.Current), left);
                next = events.MoveNextAsync().AsTask();
                // What is there already goes out together.
                if (!next.IsCompleted) await context.Response.Body.FlushAsync(left);
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The reader left, or the program ends; the next one goes on from the last event it has.
        }
    }

    private async Task<bool> Soon(Task next, CancellationToken left)
    {
        try
        {
            await next.WaitAsync(Beat, time, left);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private ReadOnlyMemory<byte> Bytes(TurnEvent what)
    {
        var (name, data) = what switch
        {
            TurnEvent.Started s => ("turn", JsonSerializer.Serialize(views.Of(s.Turn, running: true), AssayJson.Default.TurnView)),
            TurnEvent.Pictured p => ("image", JsonSerializer.Serialize(TurnViewBuilder.Of(p.Image), AssayJson.Default.SentImageView)),
            TurnEvent.OfLane { What: CallEvent.Ended ended } l => ("lane", JsonSerializer.Serialize(views.Of(new Lane(l.Place, ended.Transcript.Model, ended.Transcript), running: true), AssayJson.Default.LaneView)),
            TurnEvent.OfLane l => Small(l.Place, l.What),
            TurnEvent.Ended => ("end", "{}"),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
        return Encoding.UTF8.GetBytes($"id: {what.Number}\nevent: {name}\ndata: {data}\n\n");
    }

    private static (string Name, string Data) Small(int place, CallEvent what)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("lane", place);
            Fill(json, what);
            json.WriteEndObject();
        }
        return (Name(what), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static string Name(CallEvent what) => what switch
    {
        CallEvent.Waiting => "waiting",
        CallEvent.AttemptStarted => "attempt",
        CallEvent.Progress => "progress",
        CallEvent.Text => "text",
        CallEvent.Reasoning => "reasoning",
        CallEvent.AttemptFailed => "attempt_failed",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static void Fill(Utf8JsonWriter json, CallEvent what)
    {
        switch (what)
        {
            case CallEvent.Waiting w:
                json.WriteString("why", w.Why);
                if (w.AtMost is { } most) json.WriteNumber("at_most_ms", most.TotalMilliseconds);
                break;
            case CallEvent.AttemptStarted a: json.WriteNumber("number", a.Number); break;
            case CallEvent.Progress p:
                json.WriteString("words", p.Words);
                if (p.Done is { } done) json.WriteNumber("done", done);
                break;
            case CallEvent.Text t: json.WriteString("text", t.Piece); break;
            case CallEvent.Reasoning r: json.WriteString("text", r.Piece); break;
            case CallEvent.AttemptFailed f:
                json.WriteNumber("number", f.Number);
                json.WriteString("kind", TurnViewBuilder.Word(f.Failure.Kind));
                json.WriteString("message", f.Failure.Message);
                if (f.RetryIn is { } retry) json.WriteNumber("retry_in_ms", retry.TotalMilliseconds);
                break;
        }
    }
}

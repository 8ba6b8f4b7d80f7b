using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>The events of a turn as a stream of server-sent events.</summary>
/// <param name="tell">Name and data of an event; null for one that is not told.</param>
internal sealed class TurnStream(TurnRun run, Func<TurnEvent, (string Name, string Data)?> tell, TimeProvider time)
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
                if (tell(events.Current) is var (name, data)) await context.Response.WriteAsync($"id: {events.Current.Number}\nevent: {name}\ndata: {data}\n\n", left);
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
}

using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>
/// What the protocols over HTTP share: one POST, an answer read as it comes, and failures of the outside told as events. A protocol writes the
/// request and reads the messages.
/// </summary>
internal abstract class HttpProtocol(WireHttp http) : IProtocol
{
    private const int MostOfError = 64 * 1024;

    public abstract string Id { get; }

    /// <summary>Media type of a streamed answer.</summary>
    protected virtual string Streams => "text/event-stream";

    protected abstract WireRequest Write(CallRequest request, Endpoint endpoint);

    protected abstract ReplyReader Reader(Faults faults);

    public async IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var faults = new Faults(endpoint);
        if (endpoint.Base is null)
        {
            yield return new AttemptEvent.Failed(new(FailureKind.NotConfigured, $"No base address is known for {endpoint.Provider}."));
            yield break;
        }
        await using var events = Exchange(request, endpoint, recording, faults, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var answered = false; ;)
        {
            AttemptEvent next;
            try
            {
                next = await events.MoveNextAsync() ? events.Current : new AttemptEvent.Failed(faults.Cut());
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && faults.OfException(e, answered) is { } failure)
            {
                next = new AttemptEvent.Failed(failure);
            }
            answered |= next is AttemptEvent.Answered;
            yield return next;
            if (next is AttemptEvent.Stopped or AttemptEvent.Failed) yield break;
        }
    }

    private async IAsyncEnumerable<AttemptEvent> Exchange(CallRequest request, Endpoint endpoint, Recording recording, Faults faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wire = Write(request, endpoint);
        foreach (var parameter in wire.NotHonoured) yield return parameter;
        using var message = Message(wire, endpoint);
        recording.Sent("POST", wire.Address.AbsoluteUri, Headers(message.Headers, message.Content!.Headers), wire.Body);
        using var answer = await http.Send(message, cancellationToken);
        recording.Answered(Headers(answer.Headers, answer.Content.Headers));
        yield return new AttemptEvent.Answered((int)answer.StatusCode);

        await using var stream = new ReplyStream(await answer.Content.ReadAsStreamAsync(cancellationToken), recording, WireHttp.MostReply);
        var type = answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        if (!answer.IsSuccessStatusCode)
        {
            yield return new AttemptEvent.Failed(faults.OfStatus(answer, await Start(stream, MostOfError, cancellationToken), http.Time.GetUtcNow()));
            yield break;
        }
        var reader = Reader(faults);
        if (type == "application/json" && Streams != type)
        {
            var into = new List<AttemptEvent>();
            ReadOne(faults, reader, null, await Start(stream, WireHttp.MostReply + 1, cancellationToken), into);
            foreach (var next in into) yield return next;
            yield break;
        }
        if (type is not null and not "text/plain" && type != Streams)
        {
            var start = Encoding.UTF8.GetString(await Start(stream, 2048, cancellationToken));
            yield return new AttemptEvent.Failed(faults.Malformed($"The answer of {endpoint.Provider} is of the type '{type}', where '{Streams}' was asked for; is base_url right? It begins: {start[..Math.Min(start.Length, 200)]}"));
            yield break;
        }
        await foreach (var next in Messages(stream, faults, reader, cancellationToken)) yield return next;
    }

    private async IAsyncEnumerable<AttemptEvent> Messages(Stream stream, Faults faults, ReplyReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One list for all messages: each is drained before the next is read.
        var into = new List<AttemptEvent>();
        if (Streams == "text/event-stream")
        {
            var parser = SseParser.Create(stream, (type, data) => ReadOne(faults, reader, type, data, into));
            await foreach (var message in parser.EnumerateAsync(cancellationToken))
                foreach (var next in message.Data) yield return next;
        }
        else
        {
            await foreach (var line in JsonLines.Read(stream, cancellationToken))
            {
                ReadOne(faults, reader, "", line.Span, into);
                foreach (var next in into) yield return next;
            }
        }
        into.Clear();
        reader.End(into);
        foreach (var next in into) yield return next;
    }

    /// <param name="faults">Makes the failure of what cannot be read.</param>
    /// <param name="reader">Of this reply.</param>
    /// <param name="type">Of the message; null for a whole answer.</param>
    /// <param name="data">The message.</param>
    /// <param name="into">Emptied first.</param>
    private static List<AttemptEvent> ReadOne(Faults faults, ReplyReader reader, string? type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        into.Clear();
        try
        {
            if (type is null) reader.ReadWhole(data, into);
            else reader.Read(type, data, into);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            into.Add(new AttemptEvent.Failed(faults.Malformed($"A message of the answer is not the JSON of the protocol: {Encoding.UTF8.GetString(data[..Math.Min(data.Length, 4096)])}")));
        }
        return into;
    }

    private static HttpRequestMessage Message(WireRequest wire, Endpoint endpoint)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, wire.Address) { Content = new ReadOnlyMemoryContent(wire.Body) { Headers = { ContentType = new("application/json") } } };
        foreach (var (name, value) in wire.Headers.Where(h => !endpoint.Headers.Keys.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).Concat(endpoint.Headers))
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>As they go over the wire; whatever carries a secret only by its name.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Headers(HttpHeaders first, HttpHeaders second) =>
        first.Concat(second).Select(h => new KeyValuePair<string, string>(h.Key, Secrets.IsSecret(h.Key) ? "[removed]" : string.Join(", ", h.Value)));

    private static async Task<byte[]> Start(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var part = new byte[Math.Min(most, 16 * 1024)];
        while (kept.Length < most && await stream.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, most - kept.Length)), cancellationToken) is > 0 and var read) kept.Write(part, 0, read);
        return kept.ToArray();
    }
}

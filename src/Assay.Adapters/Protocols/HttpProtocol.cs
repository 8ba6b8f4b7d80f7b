using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>
/// What the protocols over HTTP share: one POST, an answer read as it comes or as one document, and failures of the outside told as events. A protocol
/// writes the request and reads the messages.
/// </summary>
internal abstract class HttpProtocol(WireHttp http) : IProtocol
{
    private const int MostOfError = 64 * 1024;
    private const string OneDocument = "application/json";

    public abstract string Id { get; }

    /// <summary>Media type of a streamed answer.</summary>
    protected virtual string Streams => "text/event-stream";

    /// <param name="request">What is asked.</param>
    /// <param name="endpoint">Of whom.</param>
    /// <param name="streams">Whether the answer is asked for piece by piece, or as one document.</param>
    protected abstract WireRequest Write(CallRequest request, Endpoint endpoint, bool streams);

    protected abstract ReplyReader Reader(Faults faults);

    public IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, CancellationToken cancellationToken) => Run(request, endpoint, streams: true, recording, cancellationToken);

    public IAsyncEnumerable<AttemptEvent> Whole(CallRequest request, Endpoint endpoint, Recording recording, CancellationToken cancellationToken) => Run(request, endpoint, streams: false, recording, cancellationToken);

    private async IAsyncEnumerable<AttemptEvent> Run(CallRequest request, Endpoint endpoint, bool streams, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var faults = new Faults(endpoint);
        if (endpoint.Base is null)
        {
            yield return new AttemptEvent.Failed(new(FailureKind.NotConfigured, $"No base address is known for {endpoint.Provider}."));
            yield break;
        }
        await using var events = Exchange(request, endpoint, streams, recording, faults, cancellationToken).GetAsyncEnumerator(cancellationToken);
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

    private async IAsyncEnumerable<AttemptEvent> Exchange(CallRequest request, Endpoint endpoint, bool streams, Recording recording, Faults faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wire = Write(request, endpoint, streams);
        foreach (var parameter in wire.NotHonoured) yield return parameter;
        using var message = wire.Message(endpoint);
        recording.Sent("POST", wire.Address.AbsoluteUri, WireHeaders.Of(message.Headers, message.Content!.Headers), wire.Body);
        using var answer = await http.Send(message, cancellationToken);
        recording.Answered(WireHeaders.Of(answer.Headers, answer.Content.Headers));
        yield return new AttemptEvent.Answered((int)answer.StatusCode);

        await using var stream = new ReplyStream(await answer.Content.ReadAsStreamAsync(cancellationToken), recording, WireHttp.MostReply);
        if (!answer.IsSuccessStatusCode)
        {
            yield return new AttemptEvent.Failed(faults.OfStatus(answer, await ReplyBytes.Start(stream, MostOfError, cancellationToken), http.Time.GetUtcNow()));
            yield break;
        }
        var reader = Reader(faults);
        var type = answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        var plain = type is null or "text/plain";
        // Some answer with one document though a stream was asked for, and some the other way round.
        if (type != Streams && (type == OneDocument || (plain && !streams)))
        {
            var into = new List<AttemptEvent>();
            using (var whole = await ReplyBytes.All(stream, answer.Content.Headers.ContentLength, cancellationToken)) ReadWhole(faults, reader, whole.Span, into);
            foreach (var next in into) yield return next;
        }
        else if (type == Streams || plain)
        {
            await foreach (var next in Messages(stream, faults, reader, cancellationToken)) yield return next;
        }
        else
        {
            var start = Encoding.UTF8.GetString(await ReplyBytes.Start(stream, 2048, cancellationToken));
            yield return new AttemptEvent.Failed(faults.Malformed($"The answer of {endpoint.Provider} is of the type '{type}', where '{(streams ? Streams : OneDocument)}' was asked for; is base_url right? It begins: {start[..Math.Min(start.Length, 200)]}"));
        }
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
    /// <param name="type">Of the message.</param>
    /// <param name="data">The message.</param>
    /// <param name="into">Emptied first.</param>
    private static List<AttemptEvent> ReadOne(Faults faults, ReplyReader reader, string type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        into.Clear();
        try
        {
            reader.Read(type, data, into);
        }
        catch (Exception e) when (IsOfTheData(e))
        {
            into.Add(Malformed(faults, data));
        }
        return into;
    }

    private static void ReadWhole(Faults faults, ReplyReader reader, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        try
        {
            reader.ReadWhole(data, into);
        }
        catch (Exception e) when (IsOfTheData(e))
        {
            into.Add(ReplyBytes.EndTooSoon(data) ? new(faults.Cut()) : Malformed(faults, data));
        }
    }

    private static bool IsOfTheData(Exception e) => e is JsonException or InvalidOperationException or FormatException or OverflowException;

    private static AttemptEvent.Failed Malformed(Faults faults, ReadOnlySpan<byte> data) =>
        new(faults.Malformed($"A message of the answer is not the JSON of the protocol: {Encoding.UTF8.GetString(data[..Math.Min(data.Length, 4096)])}"));
}

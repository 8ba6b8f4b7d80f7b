using System.Runtime.CompilerServices;
using System.Text;
using Assay.Adapters.Protocols;
using Assay.Calls;

namespace Assay.Adapters.Calls;

/// <summary>One attempt: what it brings, and in the end what came of it.</summary>
internal sealed class RunningAttempt(int number, IProtocol protocol, CallRequest request, Endpoint endpoint, Secrets secrets, CallLimits limits, TimeProvider time, bool streams = true)
{
    private readonly StringBuilder text = new(), reasoning = new();
    private readonly List<ToolCall> tools = [];
    private Dictionary<string, string>? notHonoured;
    private readonly DateTimeOffset started = time.GetUtcNow();
    private readonly Recording recording = new(secrets);
    private TimeSpan? firstByte, firstToken;
    private TimeSpan duration;

    /// <summary>Until a local engine could take the request: installing it is no part of how quick it answers.</summary>
    private TimeSpan prepared;

    private int? status;
    private AttemptEvent.Stopped? stopped;

    public CallFailure? Failure { get; private set; }
    public bool Cancelled { get; private set; }

    /// <summary>The request had gone out when the attempt ended.</summary>
    public bool WasSent => recording.WasSent;
    public bool TextCame => text.Length > 0;
    public string Text => secrets.Clean(text.ToString());
    public string? Reasoning => reasoning.Length == 0 ? null : secrets.Clean(reasoning.ToString());
    public Usage? Usage { get; private set; }
    public IReadOnlyDictionary<string, string> NotHonoured => notHonoured ?? Transcript.AllHonoured;
    public Exchange? Exchange { get; private set; }
    public Attempt Record => new(number, started) { FirstByte = firstByte, FirstToken = firstToken, Duration = duration, Status = status, Failure = Failure };

    public async IAsyncEnumerable<CallEvent> Run([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var clock = new AttemptClock(limits, request.Model.IsLocal, streams, time, cancellationToken);
        using var kept = recording;
        recording.Heard = clock.Heard;
        var coming = streams ? protocol.Attempt(request, endpoint, recording, clock.Token) : protocol.Whole(request, endpoint, recording, clock.Token);
        await using (var events = coming.GetAsyncEnumerator(clock.Token))
        {
            while (stopped is null && Failure is null && await Next(events, clock, cancellationToken) is { } next)
            {
                clock.Heard();
                if (Take(next, clock) is { } told) yield return told;
            }
        }
        duration = clock.Elapsed - prepared;
        Exchange = recording.Exchange;
    }

    /// <summary>The reply, where the attempt brought one.</summary>
    public CallOutcome.Replied Reply() => new(Text, Reason(stopped!))
    {
        Reasoning = Reasoning, ToolCalls = tools, StopWord = stopped!.Word, RefusalText = stopped.RefusalText is { } words ? secrets.Clean(words) : null, ServedModel = stopped.ServedModel,
    };

    /// <summary>Done without a word is no answer, and is told as such.</summary>
    private StopReason Reason(AttemptEvent.Stopped stop) => stop.Reason is StopReason.Complete && text.Length == 0 && tools.Count == 0 ? StopReason.Empty : stop.Reason;

    /// <summary>Null where nothing more is to come: the events ended, or were stopped from here.</summary>
    private async ValueTask<AttemptEvent?> Next(IAsyncEnumerator<AttemptEvent> events, AttemptClock clock, CancellationToken cancellationToken)
    {
        try
        {
            if (await events.MoveNextAsync()) return events.Current;
            return new AttemptEvent.Failed(new(FailureKind.CutStream, $"The answer of {endpoint.Provider} ended without an end.") { MayPass = true, PossiblyPaid = WasSent });
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is OperationCanceledException or IOException or HttpRequestException)
        {
            Cancelled = true;
        }
        catch (Exception e) when (clock.Expired is not null && e is OperationCanceledException or IOException or HttpRequestException)
        {
            Failure = clock.Expired! with { PossiblyPaid = WasSent && !request.Model.IsLocal };
        }
        return null;
    }

    private CallEvent? Take(AttemptEvent next, AttemptClock clock)
    {
        switch (next)
        {
            case AttemptEvent.Answered answered:
                clock.Answered();
                (firstByte, status) = (clock.Elapsed - prepared, answered.Status);
                return null;
            case AttemptEvent.Progress progress:
                prepared = clock.Elapsed;
                return new CallEvent.Progress(progress.Words, progress.Done);
            case AttemptEvent.Text piece:
                FirstToken(clock);
                text.Append(piece.Piece);
                return new CallEvent.Text(secrets.Clean(piece.Piece));
            case AttemptEvent.Reasoning piece:
                FirstToken(clock);
                reasoning.Append(piece.Piece);
                return new CallEvent.Reasoning(secrets.Clean(piece.Piece));
            case AttemptEvent.Tool tool:
                tools.Add(tool.Call with { Arguments = secrets.Clean(tool.Call.Arguments) });
                return null;
            case AttemptEvent.UsageCame came:
                // A message that tells of neither tells nothing.
                if (came.Usage is not { Input: null, Output: null }) Usage = came.Usage;
                return null;
            case AttemptEvent.NotHonoured left:
                (notHonoured ??= new(StringComparer.Ordinal))[left.Parameter] = left.Why;
                return null;
            case AttemptEvent.Stopped stop:
                stopped = stop;
                return null;
            case AttemptEvent.Failed failed:
                Failure = failed.Failure with { Message = secrets.Clean(failed.Failure.Message) };
                return null;
            default:
                throw new InvalidOperationException($"'{next.GetType().Name}' is an event of an attempt that nobody reads.");
        }
    }

    /// <summary>In an answer that comes as one, nothing tells when the model wrote its first word.</summary>
    private void FirstToken(AttemptClock clock)
    {
        if (streams) firstToken ??= clock.Elapsed - prepared;
    }
}

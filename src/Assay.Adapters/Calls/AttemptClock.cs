using Assay.Calls;

namespace Assay.Adapters.Calls;

/// <summary>Watches one attempt: cancels it when nothing comes for too long, or the whole takes too long.</summary>
internal sealed class AttemptClock : IDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly ITimer timer;
    private readonly TimeProvider time;
    private readonly CallLimits limits;
    private readonly TimeSpan whole, firstByte;
    private readonly long began;
    private readonly Lock guard = new();
    private long heard;
    private bool answered, closed;

    public AttemptClock(CallLimits limits, bool local, bool streams, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.limits, this.time, whole) = (limits, time, local ? limits.WholeLocal : limits.Whole);
        firstByte = local || streams ? limits.FirstByte : limits.FirstByteOfWhole;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        heard = began = time.GetTimestamp();
        timer = time.CreateTimer(_ => Look(), null, Least(firstByte, whole), Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => stop.Token;

    /// <summary>Why the attempt was stopped; null while it was not.</summary>
    public CallFailure? Expired { get; private set; }

    /// <summary>Since the attempt began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(began);

    /// <summary>Something came. Cheap: the timer looks at it when it is due.</summary>
    public void Heard() => Volatile.Write(ref heard, time.GetTimestamp());

    public void Answered()
    {
        Heard();
        lock (guard)
        {
            answered = true;
            if (!closed) timer.Change(Next(), Timeout.InfiniteTimeSpan);
        }
    }

    private void Look()
    {
        lock (guard)
        {
            if (closed) return;
            var next = Next();
            if (next > TimeSpan.Zero)
            {
                timer.Change(next, Timeout.InfiniteTimeSpan);
                return;
            }
            var words = Elapsed >= whole ? $"The answer was not complete within {Span(whole)}"
                : answered ? $"Nothing more came for {Span(limits.Idle)}" : $"No answer began within {Span(firstByte)}";
            Expired = new(FailureKind.TimedOut, words + ".") { MayPass = true, PossiblyPaid = true };
        }
        stop.Cancel();
    }

    /// <summary>Until the nearer of the two ends.</summary>
    private TimeSpan Next() => Least((answered ? limits.Idle : firstByte) - time.GetElapsedTime(Volatile.Read(ref heard)), whole - Elapsed);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string Span(TimeSpan span) => span.TotalMinutes >= 2 ? $"{span.TotalMinutes:0.#} minutes" : $"{span.TotalSeconds:0.###} s";

    public void Dispose()
    {
        lock (guard) closed = true;
        timer.Dispose();
        stop.Dispose();
    }
}

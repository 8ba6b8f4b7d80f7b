namespace Assay.Calls;

/// <summary>What happens during a call, in order. Exactly one <see cref="Ended"/> comes, and it comes last.</summary>
public abstract record CallEvent
{
    private CallEvent()
    {
    }

    /// <summary>Waiting for a place within the provider's limits, or between attempts.</summary>
    /// <param name="Why">In words for people.</param>
    public sealed record Waiting(TimeSpan? AtMost, string Why) : CallEvent;

    /// <summary>An attempt is about to be sent: it goes out when the next event is asked for.</summary>
    /// <param name="Number">1 and above.</param>
    public sealed record AttemptStarted(int Number) : CallEvent
    {
        /// <summary>US dollars that a cap on spend holds for this attempt; null where there is none.</summary>
        public decimal? AtMost { get; init; }
    }

    /// <summary>A local engine tells what it is doing, such as how much of it is installed.</summary>
    /// <param name="Done">0 to 1; null where it cannot be told.</param>
    public sealed record Progress(string Words, double? Done = null) : CallEvent;

    /// <summary>A piece of the reply. Pieces of an attempt that failed are void: <see cref="AttemptFailed"/> says so.</summary>
    public sealed record Text(string Piece) : CallEvent;

    public sealed record Reasoning(string Piece) : CallEvent;

    /// <param name="RetryIn">Null where no further attempt follows.</param>
    public sealed record AttemptFailed(int Number, CallFailure Failure, TimeSpan? RetryIn) : CallEvent;

    public sealed record Ended(Transcript Transcript) : CallEvent;
}

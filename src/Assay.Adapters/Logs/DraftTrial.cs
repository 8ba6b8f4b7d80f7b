using Assay.Calls;

namespace Assay.Adapters.Logs;

/// <summary>What a log says of one trial, before it is known which of its scores counts and whether that scorer draws a line.</summary>
internal sealed record DraftTrial
{
    /// <summary>As the log writes it.</summary>
    public required string Model { get; init; }

    /// <summary>0 and above.</summary>
    public int Repetition { get; init; }

    public required CallOutcome Outcome { get; init; }

    public DateTimeOffset? Started { get; init; }

    /// <summary>From sending to the end of the reply, without waits; null where the log does not tell.</summary>
    public TimeSpan? Duration { get; init; }

    public TimeSpan? FirstToken { get; init; }

    public Usage? Usage { get; init; }

    public CallCost? Cost { get; init; }

    public bool Cached { get; init; }

    /// <summary>Each score by the name of what gave it, in the order of the log.</summary>
    public IReadOnlyList<DraftScore> Scores { get; init; } = [];

    /// <summary>A call that brought nothing. Never a fail.</summary>
    public static CallOutcome Failure(string? message) =>
        new CallOutcome.Failed(new(FailureOf(message), Units.Visible.Line(message is null or "" ? "The log says that it failed, and not why." : message, 2_000)));

    // The log has words only. What is told is what they say without doubt; the rest is the provider's, as far as anyone can tell from here.
    private static FailureKind FailureOf(string? message) => message is null ? FailureKind.ProviderError
        : Says(message, "rate limit", "ratelimit", "429") ? FailureKind.RateLimited
        : Says(message, "timed out", "timeout") ? FailureKind.TimedOut
        : FailureKind.ProviderError;

    private static bool Says(string message, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (message.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}

/// <param name="Name">Of the scorer, the metric, the assertion.</param>
/// <param name="Value">As the log has it; null where it has none that is a number.</param>
/// <param name="Passed">Null where the log gives a number and draws no line of its own.</param>
/// <param name="Why">A sentence: the log's explanation, else what it wrote.</param>
/// <param name="Read">What its scorer took for the answer.</param>
internal sealed record DraftScore(string Name, double? Value, bool? Passed, string Why, string? Read = null);

using System.Runtime.InteropServices;

namespace Assay.Evaluation;

/// <summary>One sample put to one model once.</summary>
/// <param name="Model">Place of the model in the run, 0 and above.</param>
/// <param name="Sample">Place of the sample in the suite, 0 and above.</param>
/// <param name="Repetition">0 and above.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrialKey(int Model, int Sample, int Repetition);

/// <summary>Where a trial stands. Only the first five have an answer.</summary>
public enum TrialState
{
    /// <summary>Not asked yet.</summary>
    NotRun = 0,

    /// <summary>Answered, and right.</summary>
    Passed = 1,

    /// <summary>Answered, and wrong. An empty answer is wrong.</summary>
    Failed = 2,

    /// <summary>Answered and measured by a scorer that draws no line.</summary>
    Graded = 3,

    /// <summary>Answered, and nobody can say whether it is right.</summary>
    Unscored = 4,

    /// <summary>The model or its provider declined: neither an answer nor a fault of the call.</summary>
    Refused = 5,

    /// <summary>No answer came. Never a fail.</summary>
    Errored = 6,

    /// <summary>A call was under way when the program ended: it may have been paid for.</summary>
    Interrupted = 7,
}

/// <summary>The figures of one trial, as statistics need them: no texts, so that a hundred thousand are a few megabytes.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrialResult(TrialKey Key, TrialState State)
{
    /// <summary>0 to 1 where <see cref="HasScore"/>; otherwise it means nothing.</summary>
    public double Value { get; init; }

    /// <summary>From sending to the first piece, of the attempt that brought the reply; null where not known.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>Of the attempt that brought the reply, without waits and attempts before it; null where none did or it came from the cache.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Requests sent; 0 where the reply came from the cache.</summary>
    public int Attempts { get; init; }

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    /// <summary>What this trial cost, all its attempts together where known; null where it cannot be told. From the cache: 0.</summary>
    public decimal? Usd { get; init; }

    /// <summary>Whether the reply is that of an earlier call.</summary>
    public bool Cached { get; init; }

    /// <summary>Whether the answer was cut at the limit of output tokens: it is scored, and counted apart.</summary>
    public bool Cut { get; init; }

    /// <summary>Whether the answer had no text: it is wrong, and counted apart.</summary>
    public bool Empty { get; init; }

    public bool HasScore => State is TrialState.Passed or TrialState.Failed or TrialState.Graded;

    /// <summary>Whether asking again could bring an answer.</summary>
    public bool IsOpen => State is TrialState.NotRun or TrialState.Errored or TrialState.Interrupted;
}

namespace Assay.Calls;

/// <summary>How a call ended. A failed call is never a text, and a text is never made of a failure.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>The model answered.</summary>
    /// <param name="Text">All text of the reply; empty where <paramref name="Stop"/> says why there is none.</param>
    public sealed record Replied(string Text, StopReason Stop) : CallOutcome
    {
        /// <summary>The reasoning the provider showed; null where it showed none.</summary>
        public string? Reasoning { get; init; }

        public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

        /// <summary>The provider's own word for the stop, such as <c>end_turn</c>; null where it gave none.</summary>
        public string? StopWord { get; init; }

        /// <summary>The model's or provider's words of refusal, where <paramref name="Stop"/> is refusal or filter and words came.</summary>
        public string? RefusalText { get; init; }

        /// <summary>The model that the reply says served it, where it names one.</summary>
        public string? ServedModel { get; init; }
    }

    /// <summary>No answer came, for the reason of the last attempt.</summary>
    /// <param name="PartialText">What had come before a stream broke; shown apart, never scored.</param>
    public sealed record Failed(CallFailure Failure, string? PartialText = null) : CallOutcome;

    /// <summary>Stopped by the user or the program before it ended.</summary>
    /// <param name="PossiblyPaid">Whether a request had gone out: the provider may charge for it.</param>
    public sealed record Cancelled(bool PossiblyPaid, string? PartialText = null) : CallOutcome;
}

/// <summary>Why a model stopped.</summary>
public enum StopReason
{
    NotDecided = 0,

    /// <summary>It was done, or met a stop text.</summary>
    Complete = 1,

    /// <summary>It reached the limit of output tokens: the text is cut.</summary>
    Length = 2,

    /// <summary>It wants tools called.</summary>
    ToolCalls = 3,

    /// <summary>The provider's filter held back the prompt or the reply.</summary>
    ContentFilter = 4,

    /// <summary>The model declined in the form that the protocol has for it.</summary>
    Refusal = 5,

    /// <summary>It said it was done and sent no text.</summary>
    Empty = 6,

    /// <summary>The stream ended well without a reason, or with a word not known here.</summary>
    Unknown = 7,
}

/// <param name="Arguments">JSON as the model wrote it, which may be malformed.</param>
public sealed record ToolCall(string Id, string Name, string Arguments);

using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>What one attempt brings, in order; a <see cref="Stopped"/> or <see cref="Failed"/> comes last.</summary>
public abstract record AttemptEvent
{
    private AttemptEvent()
    {
    }

    /// <summary>The first byte of the answer came.</summary>
    /// <param name="Status">HTTP status; null for a local engine.</param>
    public sealed record Answered(int? Status) : AttemptEvent;

    /// <inheritdoc cref="CallEvent.Progress"/>
    public sealed record Progress(string Words, double? Done = null) : AttemptEvent;

    public sealed record Text(string Piece) : AttemptEvent;

    public sealed record Reasoning(string Piece) : AttemptEvent;

    /// <summary>Whole, once all its pieces have come.</summary>
    public sealed record Tool(ToolCall Call) : AttemptEvent;

    /// <summary>May come more than once; the last one holds.</summary>
    public sealed record UsageCame(Usage Usage) : AttemptEvent;

    /// <summary>A parameter that was asked for and is not sent.</summary>
    public sealed record NotHonoured(string Parameter, string Why) : AttemptEvent;

    public sealed record Stopped(StopReason Reason, string? Word = null, string? RefusalText = null, string? ServedModel = null) : AttemptEvent;

    public sealed record Failed(CallFailure Failure) : AttemptEvent;
}

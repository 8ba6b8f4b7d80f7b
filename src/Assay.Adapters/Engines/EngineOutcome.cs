using Assay.Calls;

namespace Assay.Adapters.Engines;

/// <summary>What a local engine came to with one picture.</summary>
public abstract record EngineOutcome
{
    private EngineOutcome()
    {
    }

    /// <param name="Reply">What it says.</param>
    /// <param name="Took">The work alone, without waits, starts and pipes.</param>
    /// <param name="Memory">Resident bytes of its process afterwards.</param>
    public sealed record Replied(EngineReply Reply, TimeSpan Took, long Memory) : EngineOutcome;

    public sealed record Failed(CallFailure Failure) : EngineOutcome;
}

/// <summary>How an engine's process is.</summary>
/// <param name="Model">Name of the model, without <c>local/</c>.</param>
/// <param name="ProcessId">Null where none runs.</param>
/// <param name="Busy">Whether it is starting or looks at a picture.</param>
/// <param name="Memory">Resident bytes; 0 where none runs.</param>
/// <param name="Crashes">In the last minutes.</param>
public sealed record EngineState(string Model, int? ProcessId, bool Busy, long Memory, int Crashes);

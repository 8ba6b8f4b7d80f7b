using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Reads the messages of one reply, one after the other. Made anew for each attempt.</summary>
internal abstract class ReplyReader(Faults faults)
{
    protected Faults Faults => faults;

    /// <summary>The provider's own name of what served the call.</summary>
    protected string? ServedModel { get; set; }

    /// <summary>Reads the next message.</summary>
    /// <param name="type">Of a server-sent event; empty otherwise.</param>
    /// <param name="data">JSON, or the words that end a stream.</param>
    /// <param name="into">Takes what it says; a <see cref="AttemptEvent.Stopped"/> or <see cref="AttemptEvent.Failed"/> ends the reading.</param>
    /// <exception cref="System.Text.Json.JsonException">Not the JSON of the protocol.</exception>
    public abstract void Read(string type, ReadOnlySpan<byte> data, List<AttemptEvent> into);

    /// <summary>Reads an answer that came as one JSON document, where the protocol may do that.</summary>
    public virtual void ReadWhole(ReadOnlySpan<byte> data, List<AttemptEvent> into) =>
        into.Add(new AttemptEvent.Failed(faults.InAnswer(data) ?? faults.Malformed("The answer is one JSON document, where a stream was asked for.")));

    /// <summary>The stream ended and <see cref="Read"/> has not said how.</summary>
    public virtual void End(List<AttemptEvent> into) => into.Add(new AttemptEvent.Failed(faults.Cut()));

    protected AttemptEvent.Stopped Stopped(StopReason reason, string? word, string? refusal = null) => new(reason, word, refusal is { Length: > 0 } ? refusal : null, ServedModel);
}

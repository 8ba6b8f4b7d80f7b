using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>
/// One way to speak to a model: writes a request, reads the answer. Makes exactly one attempt; retries, limits and time-outs are the caller's.
/// Safe for many calls at once. One file per protocol, found by a scan of the assembly.
/// </summary>
public interface IProtocol
{
    /// <summary>As catalogue and settings name it: <c>openai-chat</c>, <c>openai-responses</c>, <c>anthropic</c>, <c>gemini</c>, <c>ollama</c>, <c>local</c>.</summary>
    string Id { get; }

    /// <summary>
    /// Yields what comes, as it comes, and ends with exactly one <see cref="AttemptEvent.Stopped"/> or <see cref="AttemptEvent.Failed"/>. Failures of
    /// the outside are events; only cancellation and faults of the program throw. What goes out and comes in is written to <paramref name="recording"/>.
    /// </summary>
    IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, CancellationToken cancellationToken);

    /// <summary>As <see cref="Attempt"/>, where nobody reads along: the answer is asked for as one document. A protocol that has one form only answers in that.</summary>
    IAsyncEnumerable<AttemptEvent> Whole(CallRequest request, Endpoint endpoint, Recording recording, CancellationToken cancellationToken) => Attempt(request, endpoint, recording, cancellationToken);
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Assay.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Adapters.Protocols;

/// <summary>Any <see cref="IChatClient"/> as a protocol: for providers that only a library of their own speaks to.</summary>
/// <param name="id">As settings and catalogue name it.</param>
/// <param name="open">Makes a client for an endpoint and a model's id. It must not retry on its own.</param>
public sealed class ChatClientProtocol(string id, Func<Endpoint, string, IChatClient> open) : IProtocol
{
    public string Id => id;

    public IAsyncEnumerable<AttemptEvent> Attempt(CallRequest request, Endpoint endpoint, Recording recording, CancellationToken cancellationToken) => Run(request, endpoint, streams: true, recording, cancellationToken);

    public IAsyncEnumerable<AttemptEvent> Whole(CallRequest request, Endpoint endpoint, Recording recording, CancellationToken cancellationToken) => Run(request, endpoint, streams: false, recording, cancellationToken);

    private async IAsyncEnumerable<AttemptEvent> Run(CallRequest request, Endpoint endpoint, bool streams, Recording recording, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Parameters.MinScore is not null) yield return new AttemptEvent.NotHonoured(nameof(CallParameters.MinScore), "only local engines tell scores to filter by");
        if (request.Parameters.ReasoningEffort is { } word && !Enum.TryParse<ReasoningEffort>(word, ignoreCase: true, out _))
            yield return new AttemptEvent.NotHonoured(nameof(CallParameters.ReasoningEffort), $"'{word}' is none of {string.Join(", ", Enum.GetNames<ReasoningEffort>()).ToLowerInvariant()}");
        using var client = open(endpoint, request.Model.Model);
        var (messages, options) = (Messages(request), Options(request));
        // The bytes are the library's own; what is kept is what it was asked.
        recording.Sent("ask", $"{endpoint.Provider} ({id})", [], WireRequest.Json(json =>
        {
            json.WriteString("model", request.Model.Model);
            if (request.System is { } system) json.WriteString("system", system);
            json.WriteString("prompt", request.Prompt);
            WireRequest.Texts(json, "images", request.Images.Select(i => i.Hash));
        }));
        await using var updates = (streams ? client.GetStreamingResponseAsync(messages, options, cancellationToken) : Once(client, messages, options, cancellationToken)).GetAsyncEnumerator(cancellationToken);
        var (answered, finish, served) = (false, (ChatFinishReason?)null, (string?)null);
        while (true)
        {
            ChatResponseUpdate? update = null;
            CallFailure? failure = null;
            try
            {
                if (await updates.MoveNextAsync()) update = updates.Current;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failure = new Faults(endpoint).OfException(e, answered) ?? new(FailureKind.ProviderError, new Faults(endpoint).Words($"{endpoint.Provider} failed: {e.Message}")) { MayPass = e is TimeoutException, PossiblyPaid = true };
            }
            if (failure is not null)
            {
                yield return new AttemptEvent.Failed(failure);
                yield break;
            }
            if (update is null) break;
            if (!answered)
            {
                answered = true;
                recording.Answered([]);
                yield return new AttemptEvent.Answered(null);
            }
            (finish, served) = (update.FinishReason ?? finish, update.ModelId ?? served);
            foreach (var content in update.Contents)
            {
                if (content is TextContent { Text.Length: > 0 } kept) recording.Received(System.Text.Encoding.UTF8.GetBytes(kept.Text));
                if (Read(content) is { } next) yield return next;
            }
        }
        yield return answered ? new AttemptEvent.Stopped(Reason(finish), finish?.Value, ServedModel: served) : new AttemptEvent.Failed(new Faults(endpoint).Cut());
    }

    /// <summary>The whole answer, in the form of a stream.</summary>
    private static async IAsyncEnumerable<ChatResponseUpdate> Once(IChatClient client, List<ChatMessage> messages, ChatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var update in (await client.GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    private static AttemptEvent? Read(AIContent content) => content switch
    {
        TextReasoningContent { Text.Length: > 0 } thought => new AttemptEvent.Reasoning(thought.Text),
        TextContent { Text.Length: > 0 } text => new AttemptEvent.Text(text.Text),
        FunctionCallContent call => new AttemptEvent.Tool(new(call.CallId, call.Name, WireArguments(call))),
        UsageContent { Details: var u } => new AttemptEvent.UsageCame(new() { Origin = UsageOrigin.Reported, Input = u.InputTokenCount, Output = u.OutputTokenCount, Reasoning = u.ReasoningTokenCount, CacheRead = u.CachedInputTokenCount }),
        _ => null,
    };

    private static string WireArguments(FunctionCallContent call) => System.Text.Encoding.UTF8.GetString(WireRequest.Json(json =>
    {
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
        {
            json.WritePropertyName(name);
            if (value is JsonElement element) element.WriteTo(json);
            else json.WriteStringValue(value?.ToString());
        }
    }).Span);

    private static StopReason Reason(ChatFinishReason? finish) => finish switch
    {
        { } f when f == ChatFinishReason.Stop => StopReason.Complete,
        { } f when f == ChatFinishReason.Length => StopReason.Length,
        { } f when f == ChatFinishReason.ToolCalls => StopReason.ToolCalls,
        { } f when f == ChatFinishReason.ContentFilter => StopReason.ContentFilter,
        _ => StopReason.Unknown,
    };

    private static List<ChatMessage> Messages(CallRequest request)
    {
        var messages = new List<ChatMessage>();
        if (request.System is { } system) messages.Add(new(ChatRole.System, system));
        messages.Add(new(ChatRole.User, [.. request.Images.Select(AIContent (i) => new DataContent(i.Bytes, i.MediaType)), new TextContent(request.Prompt)]));
        return messages;
    }

    private static ChatOptions Options(CallRequest request)
    {
        var asked = request.Parameters;
        return new()
        {
            ModelId = request.Model.Model, MaxOutputTokens = asked.MaxOutputTokens, Temperature = (float?)asked.Temperature, TopP = (float?)asked.TopP, Seed = asked.Seed,
            StopSequences = asked.Stop.Count > 0 ? [.. asked.Stop] : null,
            Reasoning = Enum.TryParse<ReasoningEffort>(asked.ReasoningEffort, ignoreCase: true, out var effort) ? new() { Effort = effort } : null,
            ResponseFormat = asked.ResponseSchema is { } schema ? ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(schema).RootElement, "reply") : null,
        };
    }
}

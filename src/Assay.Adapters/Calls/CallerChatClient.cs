using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Assay.Calls;
using Microsoft.Extensions.AI;

namespace Assay.Adapters.Calls;

/// <summary>
/// The caller as an <see cref="IChatClient"/>, so that what is written against that interface goes the one path too. One question at a time: instructions
/// and a single message of the user.
/// </summary>
/// <param name="caller">Makes the calls.</param>
/// <param name="model">Asked unless the options name another as <c>provider/model</c>.</param>
/// <param name="call">How calls are made.</param>
public sealed class CallerChatClient(ModelCaller caller, ModelRef model, CallOptions? call = null) : IChatClient
{
    /// <exception cref="CallFailedException">No answer came.</exception>
    /// <exception cref="NotSupportedException">A conversation of several turns, tools, or content that is neither text nor a PNG or JPEG image.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc cref="GetResponseAsync"/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // What has been handed on cannot be taken back.
        var once = (call ?? new()) with { RetryAfterText = false };
        await foreach (var next in caller.Call(Request(messages, options), once, cancellationToken))
        {
            switch (next)
            {
                case CallEvent.Text text: yield return new(ChatRole.Assistant, text.Piece); break;
                case CallEvent.Reasoning thought: yield return new(ChatRole.Assistant, [new TextReasoningContent(thought.Piece)]); break;
                case CallEvent.Ended ended: yield return Last(ended.Transcript, cancellationToken); break;
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(model.Provider, null, model.Model)
        : serviceType == typeof(ModelCaller) ? caller : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The caller belongs to whoever made it.
    }

    private static ChatResponseUpdate Last(Transcript transcript, CancellationToken cancellationToken)
    {
        if (transcript.Outcome is CallOutcome.Cancelled) throw new OperationCanceledException("The call was stopped before it ended.", cancellationToken);
        if (transcript.Outcome is CallOutcome.Failed failed) throw new CallFailedException(failed.Failure);
        var reply = (CallOutcome.Replied)transcript.Outcome;
        var update = new ChatResponseUpdate(ChatRole.Assistant, [.. reply.ToolCalls.Select(AIContent (c) => new FunctionCallContent(c.Id, c.Name, Arguments(c)))])
        {
            ModelId = reply.ServedModel ?? transcript.Model.Model, RawRepresentation = transcript,
            FinishReason = reply.Stop switch
            {
                StopReason.Length => ChatFinishReason.Length,
                StopReason.ToolCalls => ChatFinishReason.ToolCalls,
                StopReason.ContentFilter or StopReason.Refusal => ChatFinishReason.ContentFilter,
                StopReason.Unknown => null,
                _ => ChatFinishReason.Stop,
            },
        };
        // Figures of that interface are the provider's: an estimate would pass for one.
        if (transcript.Usage is { Origin: UsageOrigin.Reported } u)
        {
            update.Contents.Add(new UsageContent(new()
            {
                InputTokenCount = u.Input, OutputTokenCount = u.Output, TotalTokenCount = u.Input + u.Output, ReasoningTokenCount = u.Reasoning, CachedInputTokenCount = u.CacheRead,
            }));
        }
        return update;
    }

    /// <summary>Null where the model wrote no JSON object.</summary>
    private static Dictionary<string, object?>? Arguments(ToolCall call)
    {
        try
        {
            using var document = JsonDocument.Parse(call.Arguments);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.EnumerateObject().ToDictionary(p => p.Name, object? (p) => p.Value.Clone(), StringComparer.Ordinal) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private CallRequest Request(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var all = messages.ToArray();
        var asked = all.Where(m => m.Role != ChatRole.System).ToArray();
        if (asked is not [{ } user] || user.Role != ChatRole.User) throw new NotSupportedException($"A call is one message of the user; {asked.Length} messages that are no instructions were given.");
        if (options?.Tools is { Count: > 0 }) throw new NotSupportedException("Tools cannot be offered to a model through this client.");
        var system = string.Join("\n\n", all.Where(m => m.Role == ChatRole.System).Select(m => m.Text).Append(options?.Instructions).Where(t => !string.IsNullOrEmpty(t)));
        var images = user.Contents.OfType<DataContent>().Select(Image).ToArray();
        if (user.Contents.FirstOrDefault(c => c is not (TextContent or DataContent)) is { } other) throw new NotSupportedException($"'{other.GetType().Name}' cannot be sent; text and images can.");
        var at = options?.ModelId is null || options.ModelId == model.Model ? model : ModelRef.TryParse(options.ModelId, out var named) ? named : throw new NotSupportedException($"'{options.ModelId}' is not a model: write provider/model.");
        return new()
        {
            Model = at, Task = images.Length > 0 ? ModelTask.Ask : ModelTask.Chat, System = system.Length > 0 ? system : null, Prompt = user.Text, Images = images,
            Parameters = new()
            {
                MaxOutputTokens = options?.MaxOutputTokens, Temperature = (decimal?)options?.Temperature, TopP = (decimal?)options?.TopP, Seed = options?.Seed, Stop = [.. options?.StopSequences ?? []],
                ReasoningEffort = options?.Reasoning?.Effort?.ToString().ToLowerInvariant(), ResponseSchema = (options?.ResponseFormat as ChatResponseFormatJson)?.Schema?.GetRawText(),
            },
        };
    }

    private static CallImage Image(DataContent content)
    {
        if (content.MediaType is not ("image/png" or "image/jpeg")) throw new NotSupportedException($"'{content.MediaType}' cannot be sent; image/png and image/jpeg can.");
        var (width, height) = ImageSize.Of(content.Data.Span) ?? throw new NotSupportedException($"The image is not the {content.MediaType} it is said to be.");
        return new(Convert.ToHexStringLower(SHA256.HashData(content.Data.Span)), content.MediaType, width, height, content.Data);
    }
}

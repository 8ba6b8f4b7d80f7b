using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>OpenAI's chat completions, and everything that speaks like it. https://platform.openai.com/docs/api-reference/chat</summary>
internal sealed class OpenAiChat(WireHttp http) : HttpProtocol(http)
{
    public override string Id => "openai-chat";

    protected override ReplyReader Reader(Faults faults) => new OpenAiChatReply(faults);

    protected override WireRequest Write(CallRequest request, Endpoint endpoint, bool streams)
    {
        var parameters = new Parameters(Id, request, endpoint);
        var body = WireRequest.Json(json =>
        {
            json.WriteString("model", request.Model.Model);
            json.WriteStartArray("messages");
            if (request.System is { } system) Message(json, "system", system, []);
            Message(json, "user", request.Prompt, request.Images);
            json.WriteEndArray();
            json.WriteBoolean("stream", streams);
            if (streams && parameters.Difference("stream_options") is null)
            {
                json.WriteStartObject("stream_options");
                json.WriteBoolean("include_usage", true);
                json.WriteEndObject();
            }
            Write(json, parameters);
        }, request.Images);
        return new(WireRequest.Join(endpoint, "chat/completions"), WireRequest.Bearer(endpoint), body, parameters.Left);
    }

    private static void Message(Utf8JsonWriter json, string role, string text, IReadOnlyList<CallImage> images)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        if (images.Count == 0) json.WriteString("content", text);
        else
        {
            json.WriteStartArray("content");
            foreach (var image in images)
            {
                json.WriteStartObject();
                json.WriteString("type", "image_url");
                json.WriteStartObject("image_url");
                WireRequest.DataUrl(json, "url", image);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", text);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Parameters parameters)
    {
        var asked = parameters.Asked;
        if (parameters.Name(asked.MaxOutputTokens is not null, nameof(asked.MaxOutputTokens), "max_tokens") is { } most) json.WriteNumber(most, asked.MaxOutputTokens!.Value);
        if (parameters.Name(asked.Temperature is not null, nameof(asked.Temperature), "temperature") is { } temperature) json.WriteNumber(temperature, asked.Temperature!.Value);
        if (parameters.Name(asked.TopP is not null, nameof(asked.TopP), "top_p") is { } topP) json.WriteNumber(topP, asked.TopP!.Value);
        if (parameters.Name(asked.Seed is not null, nameof(asked.Seed), "seed") is { } seed) json.WriteNumber(seed, asked.Seed!.Value);
        if (parameters.Name(asked.Stop.Count > 0, nameof(asked.Stop), "stop") is { } stop) WireRequest.Texts(json, stop, asked.Stop);
        if (parameters.Name(asked.ReasoningEffort is not null, nameof(asked.ReasoningEffort), "reasoning_effort") is { } effort) json.WriteString(effort, asked.ReasoningEffort);
        if (parameters.Name(asked.ResponseSchema is not null, nameof(asked.ResponseSchema), "response_format") is { } format)
        {
            json.WriteStartObject(format);
            json.WriteString("type", "json_schema");
            json.WriteStartObject("json_schema");
            json.WriteString("name", "reply");
            WireRequest.Raw(json, "schema", asked.ResponseSchema!);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}

/// <summary>Reads chunks up to <c>[DONE]</c>: usage comes after the reason to stop.</summary>
internal sealed class OpenAiChatReply(Faults faults) : ReplyReader(faults)
{
    private SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)>? tools;
    private StringBuilder? refusal;
    private string? stop;
    private bool done;

    public override void Read(string type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        if (data.Trim((byte)' ').SequenceEqual("[DONE]"u8))
        {
            done = true;
            End(into);
            return;
        }
        var chunk = JsonSerializer.Deserialize(data, OpenAiChatJson.Default.Chunk) ?? throw new JsonException();
        if (chunk.Error is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) })
        {
            into.Add(new AttemptEvent.Failed(Faults.InAnswer(data)!));
            return;
        }
        ServedModel ??= chunk.Model;
        foreach (var choice in chunk.Choices ?? [])
        {
            if (choice.Index != 0) continue;
            if ((choice.Delta ?? choice.Message) is { } delta) Take(delta, into);
            stop = choice.FinishReason ?? stop;
        }
        if ((chunk.Usage ?? chunk.Groq?.Usage) is { } usage) into.Add(new AttemptEvent.UsageCame(Read(usage)));
    }

    public override void ReadWhole(ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        Read("", data, into);
        if (into is [.., AttemptEvent.Failed]) return;
        if (stop is null && into.Count == 0) into.Add(new AttemptEvent.Failed(Faults.Malformed("The answer is JSON without choices.")));
        else End(into);
    }

    public override void End(List<AttemptEvent> into)
    {
        foreach (var (id, name, arguments) in tools?.Values.ToArray() ?? []) into.Add(new AttemptEvent.Tool(new(id, name, arguments.ToString())));
        var word = stop?.ToLowerInvariant();
        if (word is null && !done) base.End(into);
        else if (word is "error" or "insufficient_system_resource") into.Add(new AttemptEvent.Failed(Faults.InStream($"the model stopped with '{stop}'", null)));
        else into.Add(Stopped(Reason(word), stop, refusal?.ToString()));
    }

    private StopReason Reason(string? word) => word switch
    {
        "content_filter" => StopReason.ContentFilter,
        _ when refusal is not null => StopReason.Refusal,
        "stop" or "eos" or "eos_token" or "stop_sequence" or "end_turn" => StopReason.Complete,
        "length" or "max_tokens" or "model_length" => StopReason.Length,
        "tool_calls" or "function_call" => StopReason.ToolCalls,
        "refusal" => StopReason.Refusal,
        _ => StopReason.Unknown,
    };

    private void Take(OpenAiChatParts.Delta delta, List<AttemptEvent> into)
    {
        if ((delta.ReasoningContent ?? delta.Reasoning) is { Length: > 0 } thought) into.Add(new AttemptEvent.Reasoning(thought));
        if (delta.Content?.Thought is { Length: > 0 } thinking) into.Add(new AttemptEvent.Reasoning(thinking));
        if (delta.Content?.Text is { Length: > 0 } text) into.Add(new AttemptEvent.Text(text));
        if (delta.Refusal is { Length: > 0 } words) (refusal ??= new()).Append(words);
        foreach (var call in delta.ToolCalls ?? [])
        {
            tools ??= [];
            var index = call.Index ?? tools.Count;
            if (!tools.TryGetValue(index, out var tool)) tool = ("", "", new());
            tool.Arguments.Append(call.Function?.Arguments);
            tools[index] = (call.Id is { Length: > 0 } id ? id : tool.Id, call.Function?.Name is { Length: > 0 } name ? name : tool.Name, tool.Arguments);
        }
    }

    private static Usage Read(OpenAiChatParts.UsageOf usage)
    {
        var reasoning = usage.Details?.ReasoningTokens;
        // Some count reasoning beside the output: their total gives it away.
        var beside = reasoning is > 0 && usage.TotalTokens is { } total && total == usage.PromptTokens + usage.CompletionTokens + reasoning;
        return new()
        {
            Origin = UsageOrigin.Reported, Input = usage.PromptTokens, Output = usage.CompletionTokens + (beside ? reasoning : 0), Reasoning = reasoning,
            CacheRead = usage.PromptDetails?.CachedTokens ?? usage.PromptCacheHitTokens, ImageInput = usage.PromptDetails?.ImageTokens,
        };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OpenAiChatParts.Chunk))]
internal sealed partial class OpenAiChatJson : JsonSerializerContext;

/// <summary>The parts of an answer that are read. Properties are set one by one: a constructor of many arguments costs several times as much for each token.</summary>
internal static class OpenAiChatParts
{
    internal sealed class Chunk
    {
        public string? Model { get; set; }
        public List<Choice>? Choices { get; set; }
        public UsageOf? Usage { get; set; }
        [JsonPropertyName("x_groq")] public Chunk? Groq { get; set; }
        public JsonElement? Error { get; set; }
    }

    internal sealed class Choice
    {
        public int Index { get; set; }
        public Delta? Delta { get; set; }
        public Delta? Message { get; set; }
        public string? FinishReason { get; set; }
    }

    internal sealed class Delta
    {
        public ContentOf? Content { get; set; }
        public string? ReasoningContent { get; set; }
        public string? Reasoning { get; set; }
        public string? Refusal { get; set; }
        public List<ToolOf>? ToolCalls { get; set; }
    }

    internal sealed class ToolOf
    {
        public int? Index { get; set; }
        public string? Id { get; set; }
        public FunctionOf? Function { get; set; }
    }

    internal sealed class FunctionOf
    {
        public string? Name { get; set; }
        public string? Arguments { get; set; }
    }

    internal sealed class UsageOf
    {
        public long? PromptTokens { get; set; }
        public long? CompletionTokens { get; set; }
        public long? TotalTokens { get; set; }
        public long? PromptCacheHitTokens { get; set; }
        [JsonPropertyName("prompt_tokens_details")] public PromptDetailsOf? PromptDetails { get; set; }
        [JsonPropertyName("completion_tokens_details")] public DetailsOf? Details { get; set; }
    }

    internal sealed class PromptDetailsOf
    {
        public long? CachedTokens { get; set; }
        public long? ImageTokens { get; set; }
    }

    internal sealed class DetailsOf
    {
        public long? ReasoningTokens { get; set; }
    }

    /// <summary>A text, or, as Mistral's reasoning models write it, a list of parts.</summary>
    [JsonConverter(typeof(ContentReader))]
    internal sealed record ContentOf(string? Text, string? Thought);

    internal sealed class ContentReader : JsonConverter<ContentOf>
    {
        public override ContentOf? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String) return new(reader.GetString(), null);
            using var parts = JsonDocument.ParseValue(ref reader);
            var (text, thought) = ("", "");
            foreach (var part in parts.RootElement.EnumerateArray())
            {
                if (part.TryGetProperty("thinking", out var thinking)) thought += string.Concat(thinking.EnumerateArray().Select(t => t.GetProperty("text").GetString()));
                else if (part.TryGetProperty("text", out var words)) text += words.GetString();
            }
            return new(text, thought);
        }

        public override void Write(Utf8JsonWriter writer, ContentOf value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

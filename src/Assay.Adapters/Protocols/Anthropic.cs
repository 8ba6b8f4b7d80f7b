using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Anthropic's messages. https://docs.anthropic.com/en/api/messages</summary>
internal sealed class Anthropic(WireHttp http) : HttpProtocol(http)
{
    /// <summary>The protocol wants a limit in every request. Every Claude model can write this much.</summary>
    public const int DefaultMaxTokens = 4096;

    /// <summary>Models that take an effort and a schema of the reply; older ones refuse both.</summary>
    private static readonly string[] TakeEffort = ["claude-opus-4-5", "claude-opus-4-6", "claude-opus-4-7", "claude-opus-4-8", "claude-sonnet-4-6", "claude-opus-5", "claude-sonnet-5", "claude-fable-5"];
    private static readonly string[] TakeSchema = [.. TakeEffort, "claude-opus-4-1", "claude-sonnet-4-5", "claude-haiku-4-5"];

    public override string Id => "anthropic";

    protected override ReplyReader Reader(Faults faults) => new AnthropicReply(faults);

    protected override WireRequest Write(CallRequest request, Endpoint endpoint, bool streams)
    {
        var parameters = new Parameters(Id, request, endpoint);
        var body = WireRequest.Json(json =>
        {
            json.WriteString("model", request.Model.Model);
            json.WriteNumber("max_tokens", request.Parameters.MaxOutputTokens ?? DefaultMaxTokens);
            if (request.System is { } system) json.WriteString("system", system);
            json.WriteStartArray("messages");
            json.WriteStartObject();
            json.WriteString("role", "user");
            json.WriteStartArray("content");
            foreach (var image in request.Images) Image(json, image);
            json.WriteStartObject();
            json.WriteString("type", "text");
            json.WriteString("text", request.Prompt);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteBoolean("stream", streams);
            Write(json, parameters, request.Model.Model);
        }, request.Images);
        // Bases stand with and without the version in the catalogue and in settings.
        var path = endpoint.Base!.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal) ? "messages" : "v1/messages";
        KeyValuePair<string, string>[] version = [new("anthropic-version", "2023-06-01")];
        return new(WireRequest.Join(endpoint, path), endpoint.Key is { } key ? [.. version, new("x-api-key", key)] : version, body, parameters.Left);
    }

    private static void Image(Utf8JsonWriter json, CallImage image)
    {
        json.WriteStartObject();
        json.WriteString("type", "image");
        json.WriteStartObject("source");
        json.WriteString("type", "base64");
        json.WriteString("media_type", image.MediaType);
        json.WriteBase64String("data", image.Bytes.Span);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Parameters parameters, string model)
    {
        var asked = parameters.Asked;
        parameters.Lacks(asked.Seed is not null, nameof(asked.Seed), "the messages protocol has no seed");
        if (asked.Temperature > 1) parameters.Lacks(asked: true, nameof(asked.Temperature), "Anthropic's temperature goes from 0 to 1");
        else if (parameters.Name(asked.Temperature is not null, nameof(asked.Temperature), "temperature") is { } temperature) json.WriteNumber(temperature, asked.Temperature!.Value);
        if (asked is { TopP: not null, Temperature: not null } && parameters.Difference("temperature+top_p") is { } quirk) parameters.Lacks(asked: true, nameof(asked.TopP), quirk.Why);
        else if (parameters.Name(asked.TopP is not null, nameof(asked.TopP), "top_p") is { } topP) json.WriteNumber(topP, asked.TopP!.Value);
        if (asked.Stop.Count > 0) WireRequest.Texts(json, "stop_sequences", asked.Stop);
        var (effort, schema) = (Fits(TakeEffort, model), Fits(TakeSchema, model));
        parameters.Lacks(asked.ReasoningEffort is not null && !effort, nameof(asked.ReasoningEffort), "Claude takes an effort from Opus 4.5 on");
        parameters.Lacks(asked.ResponseSchema is not null && !schema, nameof(asked.ResponseSchema), "Claude takes a schema from Opus 4.1 and Sonnet 4.5 on");
        if (!(asked.ReasoningEffort is not null && effort) && !(asked.ResponseSchema is not null && schema)) return;
        json.WriteStartObject("output_config");
        if (asked.ReasoningEffort is not null && effort) json.WriteString("effort", asked.ReasoningEffort);
        if (asked.ResponseSchema is not null && schema)
        {
            json.WriteStartObject("format");
            json.WriteString("type", "json_schema");
            WireRequest.Raw(json, "schema", asked.ResponseSchema);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static bool Fits(string[] models, string model) => models.Any(m => model[(model.LastIndexOf('/') + 1)..].StartsWith(m, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Reads content blocks up to <c>message_stop</c>.</summary>
internal sealed class AnthropicReply(Faults faults) : ReplyReader(faults)
{
    private readonly Dictionary<int, (string Id, string Name, StringBuilder Arguments)> tools = [];
    private readonly AnthropicParts.UsageOf usage = new();
    private string? stop;

    public override void Read(string type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        var message = JsonSerializer.Deserialize(data, AnthropicJson.Default.Part) ?? throw new JsonException();
        switch (message.Type)
        {
            case "message_start":
                ServedModel = message.Message?.Model;
                Count(message.Message?.Usage, into);
                break;
            case "content_block_start":
                if (message.ContentBlock is { Type: "tool_use" } tool) tools[message.Index] = (tool.Id ?? "", tool.Name ?? "", new());
                else if (message.ContentBlock?.Text is { Length: > 0 } start) into.Add(new AttemptEvent.Text(start));
                break;
            case "content_block_delta":
                if (message.Delta?.Text is { Length: > 0 } text) into.Add(new AttemptEvent.Text(text));
                else if (message.Delta?.Thinking is { Length: > 0 } thought) into.Add(new AttemptEvent.Reasoning(thought));
                else if (message.Delta?.PartialJson is { } json && tools.TryGetValue(message.Index, out var called)) called.Arguments.Append(json);
                break;
            case "content_block_stop":
                if (tools.Remove(message.Index, out var whole)) into.Add(new AttemptEvent.Tool(new(whole.Id, whole.Name, whole.Arguments.Length == 0 ? "{}" : whole.Arguments.ToString())));
                break;
            case "message_delta":
                stop = message.Delta?.StopReason ?? stop;
                Count(message.Usage, into);
                break;
            case "message_stop":
                into.Add(Stopped(Reason(stop), stop));
                break;
            case "error":
                into.Add(new AttemptEvent.Failed(Faults.InStream(message.Error?.Message ?? "an error without words", message.Error?.Type)));
                break;
        }
    }

    /// <summary>One message with all its blocks.</summary>
    public override void ReadWhole(ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        var message = JsonSerializer.Deserialize(data, AnthropicJson.Default.Whole) ?? throw new JsonException();
        if (message.Error is { } error)
        {
            into.Add(new AttemptEvent.Failed(Faults.InStream(error.Message ?? "an error without words", error.Type)));
            return;
        }
        if (message.Content is null)
        {
            into.Add(new AttemptEvent.Failed(Faults.Malformed("The answer is JSON without content.")));
            return;
        }
        ServedModel = message.Model;
        foreach (var block in message.Content)
        {
            if (block.Type is "tool_use") into.Add(new AttemptEvent.Tool(new(block.Id ?? "", block.Name ?? "", block.Input?.GetRawText() ?? "{}")));
            else if (block.Thinking is { Length: > 0 } thought) into.Add(new AttemptEvent.Reasoning(thought));
            else if (block.Text is { Length: > 0 } text) into.Add(new AttemptEvent.Text(text));
        }
        Count(message.Usage, into);
        into.Add(Stopped(Reason(message.StopReason), message.StopReason));
    }

    /// <summary>Figures are running totals: what comes later holds. Input leaves out what the cache took, so the three are added.</summary>
    private void Count(AnthropicParts.UsageOf? came, List<AttemptEvent> into)
    {
        if (came is null) return;
        (usage.InputTokens, usage.OutputTokens) = (came.InputTokens ?? usage.InputTokens, came.OutputTokens ?? usage.OutputTokens);
        (usage.CacheCreationInputTokens, usage.CacheReadInputTokens) = (came.CacheCreationInputTokens ?? usage.CacheCreationInputTokens, came.CacheReadInputTokens ?? usage.CacheReadInputTokens);
        into.Add(new AttemptEvent.UsageCame(new()
        {
            Origin = UsageOrigin.Reported, Input = usage.InputTokens + (usage.CacheReadInputTokens ?? 0) + (usage.CacheCreationInputTokens ?? 0), Output = usage.OutputTokens,
            CacheRead = usage.CacheReadInputTokens, CacheWrite = usage.CacheCreationInputTokens,
        }));
    }

    private static StopReason Reason(string? word) => word switch
    {
        "end_turn" or "stop_sequence" => StopReason.Complete,
        "max_tokens" or "model_context_window_exceeded" => StopReason.Length,
        "tool_use" => StopReason.ToolCalls,
        "refusal" => StopReason.Refusal,
        _ => StopReason.Unknown,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnthropicParts.Part))]
[JsonSerializable(typeof(AnthropicParts.Whole))]
internal sealed partial class AnthropicJson : JsonSerializerContext;

/// <summary>The parts of an answer that are read. Properties are set one by one: a constructor of many arguments costs several times as much for each token.</summary>
internal static class AnthropicParts
{
    internal sealed class Part
    {
        public string? Type { get; set; }
        public int Index { get; set; }
        public MessageOf? Message { get; set; }
        public BlockOf? ContentBlock { get; set; }
        public DeltaOf? Delta { get; set; }
        public UsageOf? Usage { get; set; }
        public ErrorOf? Error { get; set; }
    }

    /// <summary>An answer that is not streamed.</summary>
    internal sealed class Whole
    {
        public string? Model { get; set; }
        public List<BlockOf>? Content { get; set; }
        public string? StopReason { get; set; }
        public UsageOf? Usage { get; set; }
        public ErrorOf? Error { get; set; }
    }

    internal sealed class MessageOf
    {
        public string? Model { get; set; }
        public UsageOf? Usage { get; set; }
    }

    internal sealed class BlockOf
    {
        public string? Type { get; set; }
        public string? Text { get; set; }
        public string? Thinking { get; set; }
        public string? Id { get; set; }
        public string? Name { get; set; }
        public JsonElement? Input { get; set; }
    }

    internal sealed class DeltaOf
    {
        public string? Text { get; set; }
        public string? Thinking { get; set; }
        public string? PartialJson { get; set; }
        public string? StopReason { get; set; }
    }

    internal sealed class UsageOf
    {
        public long? InputTokens { get; set; }
        public long? OutputTokens { get; set; }
        public long? CacheCreationInputTokens { get; set; }
        public long? CacheReadInputTokens { get; set; }
    }

    internal sealed class ErrorOf
    {
        public string? Type { get; set; }
        public string? Message { get; set; }
    }
}

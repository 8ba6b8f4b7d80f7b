using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>OpenAI's responses. https://platform.openai.com/docs/api-reference/responses</summary>
internal sealed class OpenAiResponses(WireHttp http) : HttpProtocol(http)
{
    public override string Id => "openai-responses";

    protected override ReplyReader Reader(Faults faults) => new OpenAiResponsesReply(faults);

    protected override WireRequest Write(CallRequest request, Endpoint endpoint, bool streams)
    {
        var parameters = new Parameters(Id, request, endpoint);
        var body = WireRequest.Json(json =>
        {
            json.WriteString("model", request.Model.Model);
            if (request.System is { } system) json.WriteString("instructions", system);
            json.WriteStartArray("input");
            json.WriteStartObject();
            json.WriteString("role", "user");
            json.WriteStartArray("content");
            foreach (var image in request.Images)
            {
                json.WriteStartObject();
                json.WriteString("type", "input_image");
                WireRequest.DataUrl(json, "image_url", image);
                json.WriteEndObject();
            }
            json.WriteStartObject();
            json.WriteString("type", "input_text");
            json.WriteString("text", request.Prompt);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteBoolean("stream", streams);
            // What is asked here is nobody's to keep.
            json.WriteBoolean("store", false);
            Write(json, parameters);
        }, request.Images);
        return new(WireRequest.Join(endpoint, "responses"), WireRequest.Bearer(endpoint), body, parameters.Left);
    }

    private static void Write(Utf8JsonWriter json, Parameters parameters)
    {
        var asked = parameters.Asked;
        parameters.Lacks(asked.Seed is not null, nameof(asked.Seed), "the responses protocol has no seed");
        parameters.Lacks(asked.Stop.Count > 0, nameof(asked.Stop), "the responses protocol has no stop texts");
        if (parameters.Name(asked.MaxOutputTokens is not null, nameof(asked.MaxOutputTokens), "max_output_tokens") is { } most) json.WriteNumber(most, asked.MaxOutputTokens!.Value);
        if (parameters.Name(asked.Temperature is not null, nameof(asked.Temperature), "temperature") is { } temperature) json.WriteNumber(temperature, asked.Temperature!.Value);
        if (parameters.Name(asked.TopP is not null, nameof(asked.TopP), "top_p") is { } topP) json.WriteNumber(topP, asked.TopP!.Value);
        if (asked.ReasoningEffort is { } effort)
        {
            json.WriteStartObject("reasoning");
            json.WriteString("effort", effort);
            json.WriteEndObject();
        }
        if (asked.ResponseSchema is not { } schema) return;
        json.WriteStartObject("text");
        json.WriteStartObject("format");
        json.WriteString("type", "json_schema");
        json.WriteString("name", "reply");
        WireRequest.Raw(json, "schema", schema);
        // Strict schemas are a dialect of their own: one that was written for others would be refused.
        json.WriteBoolean("strict", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>Reads typed events up to <c>response.completed</c>, <c>.incomplete</c> or <c>.failed</c>.</summary>
internal sealed class OpenAiResponsesReply(Faults faults) : ReplyReader(faults)
{
    private readonly StringBuilder refusal = new();
    private bool called;

    public override void Read(string type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        var message = JsonSerializer.Deserialize(data, OpenAiResponsesJson.Default.Message) ?? throw new JsonException();
        switch (message.Type)
        {
            case "response.output_text.delta":
                if (message.Delta is { Length: > 0 } text) into.Add(new AttemptEvent.Text(text));
                break;
            case "response.reasoning_summary_text.delta" or "response.reasoning_text.delta":
                if (message.Delta is { Length: > 0 } thought) into.Add(new AttemptEvent.Reasoning(thought));
                break;
            case "response.refusal.delta":
                refusal.Append(message.Delta);
                break;
            case "response.output_item.done" when message.Item is { Type: "function_call" } item:
                Call(item, into);
                break;
            case "response.completed" or "response.incomplete":
                Finish(message.Response ?? throw new JsonException(), into);
                break;
            case "response.failed":
                into.Add(new AttemptEvent.Failed(Faults.InStream(message.Response?.Error?.Message ?? "the response failed", message.Response?.Error?.Code)));
                break;
            case "error":
                into.Add(new AttemptEvent.Failed(Faults.InStream(message.Words ?? message.Error?.Message ?? "an error without words", message.Code ?? message.Error?.Code ?? message.Error?.Type)));
                break;
        }
    }

    /// <summary>The response of the last event, with all that the events before it would have said.</summary>
    public override void ReadWhole(ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        var response = JsonSerializer.Deserialize(data, OpenAiResponsesJson.Default.ResponseOf) ?? throw new JsonException();
        if (response.Error is { } error) into.Add(new AttemptEvent.Failed(Faults.InStream(error.Message ?? "the response failed", error.Code ?? error.Type)));
        else if (response.Status is "failed") into.Add(new AttemptEvent.Failed(Faults.InStream("the response failed", null)));
        else if (response.Output is null) into.Add(new AttemptEvent.Failed(Faults.Malformed("The answer is JSON without an output.")));
        else
        {
            foreach (var item in response.Output) Take(item, into);
            Finish(response, into);
        }
    }

    private void Take(OpenAiResponsesParts.ItemOf item, List<AttemptEvent> into)
    {
        if (item.Type is "function_call") Call(item, into);
        foreach (var part in (item.Summary ?? []).Concat(item.Content ?? []))
        {
            if (part.Type is "refusal") refusal.Append(part.Refusal);
            else if (part.Text is { Length: > 0 } text) into.Add(part.Type is "output_text" ? new AttemptEvent.Text(text) : new AttemptEvent.Reasoning(text));
        }
    }

    private void Call(OpenAiResponsesParts.ItemOf item, List<AttemptEvent> into)
    {
        called = true;
        into.Add(new AttemptEvent.Tool(new(item.CallId ?? item.Id ?? "", item.Name ?? "", item.Arguments ?? "")));
    }

    private void Finish(OpenAiResponsesParts.ResponseOf response, List<AttemptEvent> into)
    {
        ServedModel = response.Model;
        if (response.Usage is { } usage)
        {
            into.Add(new AttemptEvent.UsageCame(new()
            {
                Origin = UsageOrigin.Reported, Input = usage.InputTokens, Output = usage.OutputTokens, Reasoning = usage.OutputDetails?.ReasoningTokens, CacheRead = usage.InputDetails?.CachedTokens,
            }));
        }
        var word = response.IncompleteDetails?.Reason ?? response.Status;
        into.Add(Stopped(word switch
        {
            "max_output_tokens" => StopReason.Length,
            "content_filter" => StopReason.ContentFilter,
            "completed" when refusal.Length > 0 => StopReason.Refusal,
            "completed" => called ? StopReason.ToolCalls : StopReason.Complete,
            _ => StopReason.Unknown,
        }, word, refusal.ToString()));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OpenAiResponsesParts.Message))]
internal sealed partial class OpenAiResponsesJson : JsonSerializerContext;

/// <summary>The parts of an answer that are read. Properties are set one by one: a constructor of many arguments costs several times as much for each token.</summary>
internal static class OpenAiResponsesParts
{
    internal sealed class Message
    {
        public string? Type { get; set; }
        public string? Delta { get; set; }
        public ItemOf? Item { get; set; }
        public ResponseOf? Response { get; set; }
        public ErrorOf? Error { get; set; }
        [JsonPropertyName("message")] public string? Words { get; set; }
        public string? Code { get; set; }
    }

    internal sealed class ItemOf
    {
        public string? Type { get; set; }
        public string? Id { get; set; }
        public string? CallId { get; set; }
        public string? Name { get; set; }
        public string? Arguments { get; set; }
        public List<PartOf>? Content { get; set; }
        public List<PartOf>? Summary { get; set; }
    }

    /// <summary>Of a message or of reasoning: <c>output_text</c>, <c>refusal</c>, <c>summary_text</c>, <c>reasoning_text</c>.</summary>
    internal sealed class PartOf
    {
        public string? Type { get; set; }
        public string? Text { get; set; }
        public string? Refusal { get; set; }
    }

    internal sealed class ResponseOf
    {
        public string? Model { get; set; }
        public string? Status { get; set; }
        public List<ItemOf>? Output { get; set; }
        public UsageOf? Usage { get; set; }
        public ErrorOf? Error { get; set; }
        public IncompleteOf? IncompleteDetails { get; set; }
    }

    internal sealed class IncompleteOf
    {
        public string? Reason { get; set; }
    }

    internal sealed class ErrorOf
    {
        public string? Code { get; set; }
        public string? Type { get; set; }
        public string? Message { get; set; }
    }

    internal sealed class UsageOf
    {
        public long? InputTokens { get; set; }
        public long? OutputTokens { get; set; }
        [JsonPropertyName("input_tokens_details")] public InputOf? InputDetails { get; set; }
        [JsonPropertyName("output_tokens_details")] public OutputOf? OutputDetails { get; set; }
    }

    internal sealed class InputOf
    {
        public long? CachedTokens { get; set; }
    }

    internal sealed class OutputOf
    {
        public long? ReasoningTokens { get; set; }
    }
}

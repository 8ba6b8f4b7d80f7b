using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Ollama's own chat. https://github.com/ollama/ollama/blob/main/docs/api.md</summary>
internal sealed class Ollama(WireHttp http) : HttpProtocol(http)
{
    public override string Id => "ollama";

    protected override string Streams => "application/x-ndjson";

    protected override ReplyReader Reader(Faults faults) => new OllamaReply(faults);

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
            var asked = request.Parameters;
            if (asked.ResponseSchema is { } schema) WireRequest.Raw(json, "format", schema);
            if (asked.ReasoningEffort is { } effort)
            {
                if (bool.TryParse(effort, out var think)) json.WriteBoolean("think", think);
                else json.WriteString("think", effort);
            }
            json.WriteStartObject("options");
            if (asked.MaxOutputTokens is { } most) json.WriteNumber("num_predict", most);
            if (asked.Temperature is { } temperature) json.WriteNumber("temperature", temperature);
            if (asked.TopP is { } topP) json.WriteNumber("top_p", topP);
            if (asked.Seed is { } seed) json.WriteNumber("seed", seed);
            if (asked.Stop.Count > 0) WireRequest.Texts(json, "stop", asked.Stop);
            json.WriteEndObject();
        }, request.Images);
        return new(WireRequest.Join(endpoint, "api/chat"), WireRequest.Bearer(endpoint), body, parameters.Left);
    }

    private static void Message(Utf8JsonWriter json, string role, string text, IReadOnlyList<CallImage> images)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", text);
        if (images.Count > 0)
        {
            json.WriteStartArray("images");
            foreach (var image in images) json.WriteBase64StringValue(image.Bytes.Span);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}

/// <summary>Reads lines up to the one that is done.</summary>
internal sealed class OllamaReply(Faults faults) : ReplyReader(faults)
{
    private int calls;

    public override void ReadWhole(ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        Read("", data, into);
        if (into is not [.., AttemptEvent.Failed or AttemptEvent.Stopped]) End(into);
    }

    public override void Read(string type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        var line = JsonSerializer.Deserialize(data, OllamaJson.Default.Part) ?? throw new JsonException();
        if (line.Error is { } error)
        {
            into.Add(new AttemptEvent.Failed(Faults.InStream(error, null)));
            return;
        }
        ServedModel ??= line.Model;
        if (line.Message?.Thinking is { Length: > 0 } thought) into.Add(new AttemptEvent.Reasoning(thought));
        if (line.Message?.Content is { Length: > 0 } text) into.Add(new AttemptEvent.Text(text));
        foreach (var call in line.Message?.ToolCalls ?? []) into.Add(new AttemptEvent.Tool(new(call.Id ?? $"call-{calls + 1}", call.Function?.Name ?? "", call.Function?.Arguments?.GetRawText() ?? "{}")));
        calls += line.Message?.ToolCalls?.Count ?? 0;
        if (!line.Done) return;
        if (line.PromptEvalCount is not null || line.EvalCount is not null)
            into.Add(new AttemptEvent.UsageCame(new() { Origin = UsageOrigin.Reported, Input = line.PromptEvalCount, Output = line.EvalCount }));
        into.Add(Stopped(line.DoneReason switch
        {
            "stop" => calls > 0 ? StopReason.ToolCalls : StopReason.Complete,
            "length" => StopReason.Length,
            _ => StopReason.Unknown,
        }, line.DoneReason));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OllamaParts.Part))]
internal sealed partial class OllamaJson : JsonSerializerContext;

/// <summary>The parts of an answer that are read. Properties are set one by one: a constructor of many arguments costs several times as much for each token.</summary>
internal static class OllamaParts
{
    internal sealed class Part
    {
        public string? Model { get; set; }
        public MessageOf? Message { get; set; }
        public bool Done { get; set; }
        public string? DoneReason { get; set; }
        public long? PromptEvalCount { get; set; }
        public long? EvalCount { get; set; }
        public string? Error { get; set; }
    }

    internal sealed class MessageOf
    {
        public string? Content { get; set; }
        public string? Thinking { get; set; }
        public List<ToolOf>? ToolCalls { get; set; }
    }

    internal sealed class ToolOf
    {
        public string? Id { get; set; }
        public FunctionOf? Function { get; set; }
    }

    internal sealed class FunctionOf
    {
        public string? Name { get; set; }
        public JsonElement? Arguments { get; set; }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Google's generateContent. https://ai.google.dev/api/generate-content</summary>
internal sealed class Gemini(WireHttp http) : HttpProtocol(http)
{
    public override string Id => "gemini";

    protected override ReplyReader Reader(Faults faults) => new GeminiReply(faults);

    protected override WireRequest Write(CallRequest request, Endpoint endpoint, bool streams)
    {
        var parameters = new Parameters(Id, request, endpoint);
        var body = WireRequest.Json(json =>
        {
            if (request.System is { } system)
            {
                json.WriteStartObject("systemInstruction");
                Parts(json, system, []);
                json.WriteEndObject();
            }
            json.WriteStartArray("contents");
            json.WriteStartObject();
            json.WriteString("role", "user");
            Parts(json, request.Prompt, request.Images);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("generationConfig");
            Write(json, parameters, request.Model.Model);
            json.WriteEndObject();
        }, request.Images);
        var model = request.Model.Model.StartsWith("models/", StringComparison.Ordinal) ? request.Model.Model[7..] : request.Model.Model;
        var (verb, query) = streams ? ("streamGenerateContent", "alt=sse") : ("generateContent", "");
        // The key goes into a header: addresses end up in logs.
        return new(WireRequest.Join(endpoint, $"models/{Uri.EscapeDataString(model)}:{verb}", query), endpoint.Key is { } key ? [new("x-goog-api-key", key)] : [], body, parameters.Left);
    }

    private static void Parts(Utf8JsonWriter json, string text, IReadOnlyList<CallImage> images)
    {
        json.WriteStartArray("parts");
        foreach (var image in images)
        {
            json.WriteStartObject();
            json.WriteStartObject("inlineData");
            json.WriteString("mimeType", image.MediaType);
            json.WriteBase64String("data", image.Bytes.Span);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Parameters parameters, string model)
    {
        var asked = parameters.Asked;
        if (asked.MaxOutputTokens is { } most) json.WriteNumber("maxOutputTokens", most);
        if (asked.Temperature is { } temperature) json.WriteNumber("temperature", temperature);
        if (asked.TopP is { } topP) json.WriteNumber("topP", topP);
        if (asked.Seed is >= int.MinValue and <= int.MaxValue) json.WriteNumber("seed", asked.Seed.Value);
        else parameters.Lacks(asked.Seed is not null, nameof(asked.Seed), "Gemini's seed has 32 bits");
        if (asked.Stop.Count > 0) WireRequest.Texts(json, "stopSequences", asked.Stop);
        if (asked.ResponseSchema is { } schema)
        {
            json.WriteString("responseMimeType", "application/json");
            WireRequest.Raw(json, "responseJsonSchema", schema);
        }
        if (asked.ReasoningEffort is not { } effort) return;
        if (!model.Contains("gemini-3", StringComparison.OrdinalIgnoreCase))
        {
            parameters.Lacks(asked: true, nameof(asked.ReasoningEffort), "before Gemini 3 thinking is set as a number of tokens, not by a word");
            return;
        }
        json.WriteStartObject("thinkingConfig");
        json.WriteString("thinkingLevel", effort);
        json.WriteEndObject();
    }
}

/// <summary>Reads chunks to the end of the stream: nothing else says that it is the end.</summary>
internal sealed class GeminiReply(Faults faults) : ReplyReader(faults)
{
    private string? stop, blocked;
    private int calls;

    public override void Read(string type, ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        var chunk = JsonSerializer.Deserialize(data, GeminiJson.Default.Chunk) ?? throw new JsonException();
        if (chunk.Error is { } error)
        {
            into.Add(new AttemptEvent.Failed(Faults.InStream(error.Message ?? "an error without words", error.Code?.ToString())));
            return;
        }
        ServedModel ??= chunk.ModelVersion;
        blocked ??= chunk.PromptFeedback?.BlockReason;
        if (chunk.Candidates is [var candidate, ..])
        {
            foreach (var part in candidate.Content?.Parts ?? []) Take(part, into);
            stop = candidate.FinishReason ?? stop;
        }
        if (chunk.UsageMetadata is { } usage) into.Add(new AttemptEvent.UsageCame(Read(usage)));
    }

    public override void ReadWhole(ReadOnlySpan<byte> data, List<AttemptEvent> into)
    {
        Read("", data, into);
        if (into is not [.., AttemptEvent.Failed]) End(into);
    }

    public override void End(List<AttemptEvent> into)
    {
        if (blocked is not null && stop is null) into.Add(Stopped(StopReason.ContentFilter, blocked));
        else if (stop is null) base.End(into);
        else into.Add(Stopped(stop switch
        {
            "STOP" => calls > 0 ? StopReason.ToolCalls : StopReason.Complete,
            "MAX_TOKENS" => StopReason.Length,
            "SAFETY" or "RECITATION" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "IMAGE_SAFETY" or "IMAGE_PROHIBITED_CONTENT" or "IMAGE_RECITATION" => StopReason.ContentFilter,
            _ => StopReason.Unknown,
        }, stop));
    }

    private void Take(GeminiParts.PartOf part, List<AttemptEvent> into)
    {
        if (part.Text is { Length: > 0 } text) into.Add(part.Thought is true ? new AttemptEvent.Reasoning(text) : new AttemptEvent.Text(text));
        if (part.FunctionCall is { } call) into.Add(new AttemptEvent.Tool(new(call.Id ?? $"call-{calls + 1}", call.Name ?? "", call.Args?.GetRawText() ?? "{}")));
        if (part.FunctionCall is not null) calls++;
    }

    /// <summary>Thoughts are counted beside the candidates; both are output.</summary>
    private static Usage Read(GeminiParts.UsageOf usage) => new()
    {
        Origin = UsageOrigin.Reported, Input = usage.PromptTokenCount,
        Output = usage is { CandidatesTokenCount: null, ThoughtsTokenCount: null } ? null : (usage.CandidatesTokenCount ?? 0) + (usage.ThoughtsTokenCount ?? 0),
        Reasoning = usage.ThoughtsTokenCount, CacheRead = usage.CachedContentTokenCount,
        ImageInput = usage.PromptTokensDetails?.Where(d => d.Modality == "IMAGE").Sum(d => d.TokenCount) is > 0 and var images ? images : null,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GeminiParts.Chunk))]
internal sealed partial class GeminiJson : JsonSerializerContext;

/// <summary>The parts of an answer that are read. Properties are set one by one: a constructor of many arguments costs several times as much for each token.</summary>
internal static class GeminiParts
{
    internal sealed class Chunk
    {
        public List<CandidateOf>? Candidates { get; set; }
        public FeedbackOf? PromptFeedback { get; set; }
        public UsageOf? UsageMetadata { get; set; }
        public string? ModelVersion { get; set; }
        public ErrorOf? Error { get; set; }
    }

    internal sealed class CandidateOf
    {
        public ContentOf? Content { get; set; }
        public string? FinishReason { get; set; }
    }

    internal sealed class ContentOf
    {
        public List<PartOf>? Parts { get; set; }
    }

    internal sealed class PartOf
    {
        public string? Text { get; set; }
        public bool? Thought { get; set; }
        public CallOf? FunctionCall { get; set; }
    }

    internal sealed class CallOf
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public JsonElement? Args { get; set; }
    }

    internal sealed class FeedbackOf
    {
        public string? BlockReason { get; set; }
    }

    internal sealed class UsageOf
    {
        public long? PromptTokenCount { get; set; }
        public long? CandidatesTokenCount { get; set; }
        public long? ThoughtsTokenCount { get; set; }
        public long? CachedContentTokenCount { get; set; }
        public List<DetailOf>? PromptTokensDetails { get; set; }
    }

    internal sealed class DetailOf
    {
        public string? Modality { get; set; }
        public long TokenCount { get; set; }
    }

    internal sealed class ErrorOf
    {
        public int? Code { get; set; }
        public string? Message { get; set; }
        public string? Status { get; set; }
    }
}

using System.Text.Json;
using Assay.Calls;

namespace Assay.Tests.Calls;

internal sealed class OpenAiResponsesDialect : IDialect
{
    private int number;

    public string Id => "openai-responses";
    public string Base => "v1";
    public string Type => "text/event-stream";
    public bool Speaks(string path) => path == "/v1/responses";
    public string ModelOf(string path, JsonElement body) => body.GetProperty("model").GetString()!;

    public IEnumerable<byte[]> Images(JsonElement body) => body.GetProperty("input").EnumerateArray().SelectMany(m => m.GetProperty("content").EnumerateArray())
        .Where(p => p.GetProperty("type").GetString() == "input_image").Select(p => Frame.OfDataUrl(p.GetProperty("image_url").GetString()!));

    public IEnumerable<string> Start(string model, Script script)
    {
        yield return Event("response.created", new { response = Response(model, "in_progress", null, null) });
        foreach (var thought in script.Thoughts) yield return Event("response.reasoning_summary_text.delta", new { item_id = "rs_1", output_index = 0, summary_index = 0, delta = thought });
        if (script.Refusal.Length > 0) yield return Event("response.refusal.delta", new { item_id = "msg_1", output_index = 1, content_index = 0, delta = script.Refusal });
        foreach (var (id, name, arguments) in script.Tools)
        {
            yield return Event("response.function_call_arguments.delta", new { item_id = "fc_1", output_index = 1, delta = arguments });
            yield return Event("response.output_item.done", new { output_index = 1, item = new { type = "function_call", id = "fc_1", call_id = id, name, arguments, status = "completed" } });
        }
    }

    public string Piece(string model, string text) => Event("response.output_text.delta", new { item_id = "msg_1", output_index = 1, content_index = 0, delta = text, logprobs = Array.Empty<object>() });

    public IEnumerable<string> End(string model, Script script)
    {
        var reason = Reason(script);
        var type = reason is null ? "completed" : "incomplete";
        yield return Event($"response.{type}", new { response = Response(model, script.Stop is StopReason.Unknown ? "something_new" : type, reason, script.Usage) });
    }

    public string Whole(string model, string text, Script script)
    {
        var output = new List<object>();
        if (script.Thoughts.Count > 0) output.Add(new { id = "rs_1", type = "reasoning", summary = script.Thoughts.Select(t => new { type = "summary_text", text = t }).ToArray() });
        var content = new List<object>();
        if (script.Refusal.Length > 0) content.Add(new { type = "refusal", refusal = script.Refusal });
        if (text.Length > 0) content.Add(new { type = "output_text", text, annotations = Array.Empty<object>(), logprobs = Array.Empty<object>() });
        if (content.Count > 0) output.Add(new { id = "msg_1", type = "message", role = "assistant", status = "completed", content });
        foreach (var (id, name, arguments) in script.Tools) output.Add(new { id = "fc_1", type = "function_call", call_id = id, name, arguments, status = "completed" });
        var reason = Reason(script);
        return Frame.Json(Response(model, script.Stop is StopReason.Unknown ? "something_new" : reason is null ? "completed" : "incomplete", reason, script.Usage, output));
    }

    public string ErrorInWhole(string message) => Frame.Json(Response("small", "failed", null, null, error: new { code = "server_error", message }));

    private static string? Reason(Script script) => script.Stop switch { StopReason.Length => "max_output_tokens", StopReason.ContentFilter => "content_filter", _ => null };

    public string ErrorInside(string message) => Event("error", new { code = "server_error", message, param = (string?)null });

    public string Error(int status, string message) => Frame.Json(new { error = new { message, type = "invalid_request_error", param = (string?)null, code = (string?)null } });

    private static object Response(string model, string status, string? reason, Usage? usage, IReadOnlyList<object>? output = null, object? error = null) => new
    {
        id = "resp_1", @object = "response", created_at = 1_780_000_000, model, status, error, output = output ?? [], parallel_tool_calls = true, tool_choice = "auto", tools = Array.Empty<object>(),
        incomplete_details = reason is null ? null : new { reason },
        usage = usage is null ? null : new
        {
            input_tokens = usage.Input, input_tokens_details = new { cached_tokens = usage.CacheRead ?? 0 }, output_tokens = usage.Output,
            output_tokens_details = new { reasoning_tokens = usage.Reasoning ?? 0 }, total_tokens = usage.Input + usage.Output,
        },
    };

    private string Event(string type, object value)
    {
        var fields = JsonSerializer.SerializeToNode(value)!.AsObject();
        fields["type"] = type;
        fields["sequence_number"] = Interlocked.Increment(ref number);
        return $"event: {type}\ndata: {fields.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}\n\n";
    }
}

using System.Text.Json;
using Assay.Calls;

namespace Assay.Tests.Calls;

internal sealed class AnthropicDialect : IDialect
{
    public string Id => "anthropic";
    public string Base => "anthropic";
    public string Type => "text/event-stream";
    public bool Speaks(string path) => path is "/anthropic/v1/messages" or "/v1/messages";
    public string ModelOf(string path, JsonElement body) => body.GetProperty("model").GetString()!;

    public IEnumerable<byte[]> Images(JsonElement body) => body.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("content")).Where(c => c.ValueKind is JsonValueKind.Array).SelectMany(c => c.EnumerateArray())
        .Where(p => p.GetProperty("type").GetString() == "image").Select(p => p.GetProperty("source").GetProperty("data").GetBytesFromBase64());

    public IEnumerable<string> Start(string model, Script script)
    {
        var u = script.Usage;
        var message = new Dictionary<string, object?> { ["id"] = "msg_1", ["type"] = "message", ["role"] = "assistant", ["model"] = model, ["content"] = Array.Empty<object>(), ["stop_reason"] = null, ["stop_sequence"] = null };
        // The provider's input leaves out what the cache took.
        if (u is not null) message["usage"] = new { input_tokens = u.Input - (u.CacheRead ?? 0) - (u.CacheWrite ?? 0), cache_read_input_tokens = u.CacheRead ?? 0, cache_creation_input_tokens = u.CacheWrite ?? 0, output_tokens = 1 };
        yield return Frame.Event("message_start", new { type = "message_start", message });
        yield return Frame.Event("ping", new { type = "ping" });
        if (script.Thoughts.Count > 0)
        {
            yield return Begin(0, new { type = "thinking", thinking = "", signature = "" });
            foreach (var thought in script.Thoughts) yield return Delta(0, new { type = "thinking_delta", thinking = thought });
            yield return Delta(0, new { type = "signature_delta", signature = "c2ln" });
            yield return Stop(0);
        }
        for (var i = 0; i < script.Tools.Count; i++)
        {
            var (id, name, arguments) = script.Tools[i];
            yield return Begin(i + 2, new { type = "tool_use", id, name, input = new { } });
            yield return Delta(i + 2, new { type = "input_json_delta", partial_json = "" });
            foreach (var half in (string[])[arguments[..(arguments.Length / 2)], arguments[(arguments.Length / 2)..]]) yield return Delta(i + 2, new { type = "input_json_delta", partial_json = half });
            yield return Stop(i + 2);
        }
        yield return Begin(1, new { type = "text", text = "" });
    }

    public string Piece(string model, string text) => Delta(1, new { type = "text_delta", text });

    public IEnumerable<string> End(string model, Script script)
    {
        yield return Stop(1);
        var delta = new
        {
            stop_reason = Reason(script),
            stop_sequence = (string?)null,
        };
        yield return Frame.Event("message_delta", script.Usage is { } u ? (object)new { type = "message_delta", delta, usage = new { output_tokens = u.Output } } : new { type = "message_delta", delta });
        yield return Frame.Event("message_stop", new { type = "message_stop" });
    }

    public string Whole(string model, string text, Script script)
    {
        var content = new List<object>();
        if (script.Thoughts.Count > 0) content.Add(new { type = "thinking", thinking = string.Concat(script.Thoughts), signature = "c2ln" });
        if (text.Length > 0) content.Add(new { type = "text", text });
        foreach (var (id, name, arguments) in script.Tools) content.Add(new { type = "tool_use", id, name, input = JsonDocument.Parse(arguments).RootElement });
        var message = new Dictionary<string, object?> { ["id"] = "msg_1", ["type"] = "message", ["role"] = "assistant", ["model"] = model, ["content"] = content, ["stop_reason"] = Reason(script), ["stop_sequence"] = null };
        if (script.Usage is { } u) message["usage"] = new { input_tokens = u.Input - (u.CacheRead ?? 0) - (u.CacheWrite ?? 0), cache_read_input_tokens = u.CacheRead ?? 0, cache_creation_input_tokens = u.CacheWrite ?? 0, output_tokens = u.Output };
        return Frame.Json(message);
    }

    public string ErrorInWhole(string message) => Frame.Json(new { type = "error", error = new { type = "overloaded_error", message } });

    private static string Reason(Script script) => script.Stop switch
    {
        StopReason.Length => "max_tokens",
        StopReason.ToolCalls => "tool_use",
        StopReason.Refusal => "refusal",
        StopReason.Unknown => "something_new",
        _ => "end_turn",
    };

    public string ErrorInside(string message) => Frame.Event("error", new { type = "error", error = new { type = "overloaded_error", message } });

    public string Error(int status, string message) => Frame.Json(new { type = "error", error = new { type = "invalid_request_error", message }, request_id = "req_1" });

    private static string Begin(int index, object content_block) => Frame.Event("content_block_start", new { type = "content_block_start", index, content_block });

    private static string Delta(int index, object delta) => Frame.Event("content_block_delta", new { type = "content_block_delta", index, delta });

    private static string Stop(int index) => Frame.Event("content_block_stop", new { type = "content_block_stop", index });
}

using System.Text.Json;
using Assay.Calls;

namespace Assay.Tests.Calls;

internal sealed class OpenAiChatDialect : IDialect
{
    public string Id => "openai-chat";
    public string Base => "v1";
    public string Type => "text/event-stream";
    public bool Speaks(string path) => path == "/v1/chat/completions";
    public string ModelOf(string path, JsonElement body) => body.GetProperty("model").GetString()!;

    public IEnumerable<byte[]> Images(JsonElement body) => body.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("content")).Where(c => c.ValueKind is JsonValueKind.Array)
        .SelectMany(c => c.EnumerateArray()).Where(p => p.GetProperty("type").GetString() == "image_url").Select(p => Frame.OfDataUrl(p.GetProperty("image_url").GetProperty("url").GetString()!));

    public IEnumerable<string> Start(string model, Script script)
    {
        yield return Chunk(model, new { role = "assistant", content = "" }, null);
        foreach (var thought in script.Thoughts) yield return Chunk(model, new { reasoning_content = thought }, null);
        if (script.Refusal.Length > 0) yield return Chunk(model, new { refusal = script.Refusal }, null);
        for (var i = 0; i < script.Tools.Count; i++)
        {
            var (id, name, arguments) = script.Tools[i];
            yield return Chunk(model, new { tool_calls = new[] { new { index = i, id, type = "function", function = new { name, arguments = "" } } } }, null);
            foreach (var half in (string[])[arguments[..(arguments.Length / 2)], arguments[(arguments.Length / 2)..]])
                yield return Chunk(model, new { tool_calls = new[] { new { index = i, function = new { arguments = half } } } }, null);
        }
    }

    public string Piece(string model, string text) => Chunk(model, new { content = text }, null);

    public IEnumerable<string> End(string model, Script script)
    {
        yield return Chunk(model, new { }, Finish(script));
        if (script.Usage is { } u)
        {
            yield return Frame.Data(new
            {
                id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_780_000_000, model, choices = Array.Empty<object>(), usage = Usage(u),
            });
        }
        yield return "data: [DONE]\n\n";
    }

    public string Whole(string model, string text, Script script)
    {
        var message = new Dictionary<string, object?> { ["role"] = "assistant", ["content"] = text.Length == 0 && script.Tools.Count > 0 ? null : text, ["refusal"] = script.Refusal.Length > 0 ? script.Refusal : null, ["annotations"] = Array.Empty<object>() };
        if (script.Thoughts.Count > 0) message["reasoning_content"] = string.Concat(script.Thoughts);
        if (script.Tools.Count > 0) message["tool_calls"] = script.Tools.Select(t => new { id = t.Id, type = "function", function = new { name = t.Name, arguments = t.Arguments } }).ToArray();
        var answer = new Dictionary<string, object?>
        {
            ["id"] = "chatcmpl-1", ["object"] = "chat.completion", ["created"] = 1_780_000_000, ["model"] = model, ["choices"] = new[] { new { index = 0, message, logprobs = (object?)null, finish_reason = Finish(script) } },
        };
        if (script.Usage is { } u) answer["usage"] = Usage(u);
        return Frame.Json(answer);
    }

    public string ErrorInside(string message) => Frame.Data(new { error = new { message, type = "server_error", code = (string?)null } });

    public string ErrorInWhole(string message) => ErrorInside(message)[6..].TrimEnd();

    private static string Finish(Script script) => script.Stop switch
    {
        StopReason.Length => "length",
        StopReason.ToolCalls => "tool_calls",
        StopReason.ContentFilter => "content_filter",
        StopReason.Unknown => "something_new",
        _ => "stop",
    };

    private static object Usage(Usage u) => new
    {
        prompt_tokens = u.Input, completion_tokens = u.Output, total_tokens = u.Input + u.Output,
        prompt_tokens_details = new { cached_tokens = u.CacheRead ?? 0 }, completion_tokens_details = new { reasoning_tokens = u.Reasoning ?? 0 },
    };

    public string Error(int status, string message) => Frame.Json(new { error = new { message, type = "invalid_request_error", param = (string?)null, code = (string?)null } });

    private static string Chunk(string model, object delta, string? finish_reason) => Frame.Data(new
    {
        id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_780_000_000, model, choices = new[] { new { index = 0, delta, finish_reason } },
    });
}

using System.Text.Json;
using Assay.Calls;

namespace Assay.Tests.Calls;

internal sealed class OllamaDialect : IDialect
{
    private const string At = "2026-07-02T12:00:00Z";

    public string Id => "ollama";
    public string Base => "";
    public string Type => "application/x-ndjson";
    public bool Speaks(string path) => path == "/api/chat";
    public string ModelOf(string path, JsonElement body) => body.GetProperty("model").GetString()!;

    public IEnumerable<byte[]> Images(JsonElement body) => body.GetProperty("messages").EnumerateArray().Where(m => m.TryGetProperty("images", out _))
        .SelectMany(m => m.GetProperty("images").EnumerateArray()).Select(i => i.GetBytesFromBase64());

    public IEnumerable<string> Start(string model, Script script)
    {
        foreach (var thought in script.Thoughts) yield return Line(model, new { role = "assistant", content = "", thinking = thought });
        foreach (var (_, name, arguments) in script.Tools)
            yield return Line(model, new { role = "assistant", content = "", tool_calls = new[] { new { function = new { name, arguments = JsonDocument.Parse(arguments).RootElement } } } });
    }

    public string Piece(string model, string text) => Line(model, new { role = "assistant", content = text });

    public IEnumerable<string> End(string model, Script script)
    {
        yield return Done(model, new { role = "assistant", content = "" }, script) + "\n";
    }

    /// <summary>Streams unless it is told not to.</summary>
    public bool Streams(string path, JsonElement body) => !body.TryGetProperty("stream", out var stream) || stream.GetBoolean();

    public string Whole(string model, string text, Script script)
    {
        var message = new Dictionary<string, object?> { ["role"] = "assistant", ["content"] = text };
        if (script.Thoughts.Count > 0) message["thinking"] = string.Concat(script.Thoughts);
        if (script.Tools.Count > 0) message["tool_calls"] = script.Tools.Select(t => new { function = new { name = t.Name, arguments = JsonDocument.Parse(t.Arguments).RootElement } }).ToArray();
        return Done(model, message, script);
    }

    private static string Done(string model, object message, Script script)
    {
        var done_reason = script.Stop switch { StopReason.Length => "length", StopReason.Unknown => "load", _ => "stop" };
        return script.Usage is { } u
            ? Frame.Json(new { model, created_at = At, message, done = true, done_reason, total_duration = 5_000_000, prompt_eval_count = u.Input, eval_count = u.Output })
            : Frame.Json(new { model, created_at = At, message, done = true, done_reason });
    }

    public string ErrorInside(string message) => Frame.Json(new { error = message }) + "\n";

    public string Error(int status, string message) => Frame.Json(new { error = message });

    private static string Line(string model, object message) => Frame.Json(new { model, created_at = At, message, done = false }) + "\n";
}

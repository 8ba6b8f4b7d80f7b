using System.Text.Json;
using Assay.Calls;

namespace Assay.Tests.Calls;

internal sealed class GeminiDialect : IDialect
{
    private const string Streamed = ":streamGenerateContent", Verb = ":generateContent", At = "/v1beta/models/";

    public string Id => "gemini";
    public string Base => "v1beta";
    public string Type => "text/event-stream";
    public bool Speaks(string path) => path.StartsWith(At, StringComparison.Ordinal) && (Streams(path, default) || path.EndsWith(Verb, StringComparison.Ordinal));
    public bool Streams(string path, JsonElement body) => path.EndsWith(Streamed, StringComparison.Ordinal);
    public string ModelOf(string path, JsonElement body) => Uri.UnescapeDataString(path[At.Length..path.LastIndexOf(':')]);

    public IEnumerable<byte[]> Images(JsonElement body) => body.GetProperty("contents").EnumerateArray().SelectMany(c => c.GetProperty("parts").EnumerateArray())
        .Where(p => p.TryGetProperty("inlineData", out _)).Select(p => p.GetProperty("inlineData").GetProperty("data").GetBytesFromBase64());

    public IEnumerable<string> Start(string model, Script script)
    {
        foreach (var thought in script.Thoughts) yield return Chunk(model, [new { text = thought, thought = true }]);
        foreach (var (id, name, arguments) in script.Tools) yield return Chunk(model, [new { functionCall = new { id, name, args = JsonDocument.Parse(arguments).RootElement } }]);
    }

    public string Piece(string model, string text) => Chunk(model, [new { text }]);

    public IEnumerable<string> End(string model, Script script)
    {
        // A prompt that is held back has no candidates at all.
        if (script is { Stop: StopReason.ContentFilter, Pieces.Count: 0 })
        {
            yield return Frame.Data(new { promptFeedback = new { blockReason = "PROHIBITED_CONTENT" }, usageMetadata = Usage(script.Usage), modelVersion = model });
            yield break;
        }
        yield return Frame.Data(new { candidates = new[] { new { content = new { role = "model", parts = new[] { new { text = "" } } }, finishReason = Finish(script), index = 0 } }, usageMetadata = Usage(script.Usage), modelVersion = model });
    }

    public string Whole(string model, string text, Script script)
    {
        if (script.Stop is StopReason.ContentFilter && text.Length == 0) return Frame.Json(new { promptFeedback = new { blockReason = "PROHIBITED_CONTENT" }, usageMetadata = Usage(script.Usage), modelVersion = model });
        List<object> parts = [.. script.Thoughts.Select(t => new { text = t, thought = true })];
        if (text.Length > 0) parts.Add(new { text });
        parts.AddRange(script.Tools.Select(t => new { functionCall = new { id = t.Id, name = t.Name, args = JsonDocument.Parse(t.Arguments).RootElement } }));
        return Frame.Json(new { candidates = new[] { new { content = new { role = "model", parts }, finishReason = Finish(script), index = 0 } }, usageMetadata = Usage(script.Usage), modelVersion = model });
    }

    public string ErrorInWhole(string message) => ErrorInside(message)[6..].TrimEnd();

    private static string Finish(Script script) => script.Stop switch { StopReason.Length => "MAX_TOKENS", StopReason.ContentFilter => "SAFETY", StopReason.Unknown => "SOMETHING_NEW", _ => "STOP" };

    public string ErrorInside(string message) => Frame.Data(new { error = new { code = 503, message, status = "UNAVAILABLE" } });

    public string Error(int status, string message) => Frame.Json(new { error = new { code = status, message, status = "FAILED_PRECONDITION" } });

    private static object? Usage(Usage? u) => u is null ? null : new
    {
        promptTokenCount = u.Input, candidatesTokenCount = u.Output - (u.Reasoning ?? 0), thoughtsTokenCount = u.Reasoning, cachedContentTokenCount = u.CacheRead, totalTokenCount = u.Input + u.Output,
        promptTokensDetails = u.ImageInput is null ? null : new[] { new { modality = "TEXT", tokenCount = u.Input - u.ImageInput }, new { modality = "IMAGE", tokenCount = u.ImageInput } },
    };

    private static string Chunk(string model, object[] parts) => Frame.Data(new { candidates = new[] { new { content = new { role = "model", parts }, index = 0 } }, modelVersion = model });
}

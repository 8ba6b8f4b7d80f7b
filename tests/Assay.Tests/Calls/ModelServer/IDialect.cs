using System.Text.Json;

namespace Assay.Tests.Calls;

/// <summary>How one provider's API writes what a script says. Written from the providers' references, not from the reading side.</summary>
internal interface IDialect
{
    string Id { get; }

    /// <summary>Base address under the server's.</summary>
    string Base { get; }

    /// <summary>Media type of a stream.</summary>
    string Type { get; }

    bool Speaks(string path);

    string ModelOf(string path, JsonElement body);

    IEnumerable<byte[]> Images(JsonElement body);

    IEnumerable<string> Start(string model, Script script);

    string Piece(string model, string text);

    IEnumerable<string> End(string model, Script script);

    string ErrorInside(string message);

    /// <summary>Whether a piece-by-piece answer is asked for.</summary>
    bool Streams(string path, JsonElement body) => body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The answer as one JSON document.</summary>
    /// <param name="model">That was asked.</param>
    /// <param name="text">All of it.</param>
    /// <param name="script">Says the rest.</param>
    string Whole(string model, string text, Script script);

    /// <summary>An error where the answer as one document should be.</summary>
    string ErrorInWhole(string message) => ErrorInside(message);

    /// <summary>Body of an answer with an error status.</summary>
    string Error(int status, string message);
}

/// <summary>What dialects share in writing.</summary>
internal static class Frame
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(object value) => JsonSerializer.Serialize(value, Options);

    public static string Data(object value) => $"data: {Json(value)}\n\n";

    public static string Event(string type, object value) => $"event: {type}\ndata: {Json(value)}\n\n";

    public static byte[] OfDataUrl(string url) => Convert.FromBase64String(url[(url.IndexOf(',', StringComparison.Ordinal) + 1)..]);
}

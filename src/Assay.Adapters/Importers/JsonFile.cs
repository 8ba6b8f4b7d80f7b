using System.Text.Json;
using System.Text.Unicode;

namespace Assay.Adapters.Importers;

/// <summary>Opens a JSON file of somebody else's making; what is wrong with it is said with file, line and byte.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <exception cref="ImportException">Empty, not UTF-8, not JSON, or cut off.</exception>
    public static JsonDocument Open(string name, byte[] bytes)
    {
        if (bytes.Length == 0) throw new ImportException($"{name}: the file is empty (0 bytes); fetch it again.");
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]) throw new ImportException($"{name}: the file is UTF-16; JSON is exchanged as UTF-8. Save it as UTF-8, or fetch it again.");
        if (!Utf8.IsValid(bytes)) throw new ImportException($"{name}: the file is not UTF-8 throughout; fetch it again, or save it as UTF-8.");
        var start = bytes is [0xef, 0xbb, 0xbf, ..] ? 3 : 0;
        try
        {
            return JsonDocument.Parse(JsonSurrogates.Mend(bytes).AsMemory(start), Strict);
        }
        catch (JsonException e)
        {
            // The reader's own message ends with the position once more.
            var reason = e.Message.Split(" LineNumber:")[0];
            throw new ImportException($"{name}: not whole JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of {bytes.Length} bytes: {reason} Fetch the file again.", e);
        }
    }

    /// <exception cref="ImportException">Not an object.</exception>
    public static JsonElement Object(string name, JsonDocument document) => document.RootElement.ValueKind is JsonValueKind.Object
        ? document.RootElement
        : throw new ImportException($"{name}: the file is {Shape(document.RootElement)}; it must be an object.");

    /// <summary>In words, for messages.</summary>
    public static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}

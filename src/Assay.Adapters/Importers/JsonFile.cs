using System.Text.Json;
using System.Text.Unicode;

namespace Assay.Adapters.Importers;

/// <summary>A JSON file of somebody else's making; what is wrong with it is said with file, line and byte.</summary>
internal sealed class JsonFile : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = ImportLimits.Depth, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Lenient = Strict with { AllowDuplicateProperties = true };

    private readonly string name;
    private readonly JsonDocument document;

    private JsonFile(string name, JsonDocument document, IReadOnlyList<DoubledKey> doubled) => (this.name, this.document, Doubled) = (name, document, doubled);

    public JsonElement Root => document.RootElement;

    /// <summary>Keys that stood in an object before; they are not in <see cref="Root"/>.</summary>
    public IReadOnlyList<DoubledKey> Doubled { get; }

    /// <exception cref="ImportException">Empty, not UTF-8, not JSON, cut off, or nested too deeply.</exception>
    public static JsonFile Open(string name, byte[] bytes)
    {
        if (bytes.Length == 0) throw new ImportException($"{name}: the file is empty (0 bytes); fetch it again.");
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]) throw new ImportException($"{name}: the file is UTF-16; JSON is exchanged as UTF-8. Save it as UTF-8, or fetch it again.");
        if (!Utf8.IsValid(bytes)) throw new ImportException($"{name}: the file is not UTF-8 throughout; fetch it again, or save it as UTF-8.");
        var text = JsonSurrogates.Mend(bytes).AsMemory(bytes is [0xef, 0xbb, 0xbf, ..] ? 3 : 0);
        try
        {
            return new(name, JsonDocument.Parse(text, Strict), []);
        }
        catch (JsonException)
        {
            return OpenLeniently(name, text, bytes.Length);
        }
    }

    /// <exception cref="ImportException">Not an object.</exception>
    public JsonElement Object() => Root.ValueKind is JsonValueKind.Object ? Root : throw new ImportException($"{name}: the file is {Shape(Root)}; it must be an object.");

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

    public void Dispose() => document.Dispose();

    private static JsonFile OpenLeniently(string name, ReadOnlyMemory<byte> text, int length)
    {
        try
        {
            using var whole = JsonDocument.Parse(text, Lenient);
            var (once, doubled) = DoubledKeys.TakeAway(whole.RootElement);
            return new(name, JsonDocument.Parse(once, Strict), doubled);
        }
        catch (JsonException e) when (IsTooDeep(text.Span))
        {
            throw new ImportException($"{name}: lists and objects are nested deeper than {ImportLimits.Depth} levels, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}; no catalogue is. Fetch the file again.", e);
        }
        catch (JsonException e)
        {
            // The reader's own message ends with the position once more.
            var reason = e.Message.Split(" LineNumber:")[0];
            throw new ImportException($"{name}: not whole JSON, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of {length} bytes: {reason} Fetch the file again.", e);
        }
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = ImportLimits.Depth + 2 });
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth >= ImportLimits.Depth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
        }
        catch (JsonException)
        {
            // Broken before it gets so deep.
        }
        return false;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Adapters.Suites;

/// <summary>
/// One way to write a JSON value: keys in the order of their UTF-16 code units, no blanks, numbers without needless digits, only quotes, backslashes and
/// control characters escaped (docs/suites.md).
/// </summary>
internal static class CanonicalJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>1, 1.0 and 1e0 are one number; what does not fit into 28 digits stays as it is written.</summary>
    private static string Number(JsonElement value)
    {
        if (!value.TryGetDecimal(out var number)) return value.GetRawText();
        var text = number.ToString("0.############################", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}

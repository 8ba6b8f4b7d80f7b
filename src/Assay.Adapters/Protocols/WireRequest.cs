using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>One request as a protocol writes it.</summary>
/// <param name="Address">Without secrets: keys go into headers.</param>
/// <param name="Headers">Those of the protocol, the key's among them.</param>
/// <param name="NotHonoured">Parameters that were asked for and are not in <paramref name="Body"/>.</param>
internal sealed record WireRequest(Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, IReadOnlyList<AttemptEvent.NotHonoured> NotHonoured)
{
    /// <summary>Letters stay letters: what is recorded can be read.</summary>
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The base address and what follows it, with the query of the base kept.</summary>
    public static Uri Join(Endpoint endpoint, string path, string query = "")
    {
        var from = endpoint.Base!;
        var queries = string.Join('&', ((string[])[from.Query.TrimStart('?'), query]).Where(q => q.Length > 0));
        return new($"{from.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}{(queries.Length > 0 ? "?" + queries : "")}");
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Bearer(Endpoint endpoint) => endpoint.Key is { } key ? [new("Authorization", $"Bearer {key}")] : [];

    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    /// <summary>How chats with a list of messages begin: the model, the messages, and that the answer shall stream.</summary>
    /// <param name="content">Writes what is inside a message beside its role.</param>
    public static void Chat(Utf8JsonWriter json, CallRequest request, Action<Utf8JsonWriter, string, IReadOnlyList<CallImage>> content)
    {
        json.WriteString("model", request.Model.Model);
        json.WriteStartArray("messages");
        if (request.System is { } system) Message("system", system, []);
        Message("user", request.Prompt, request.Images);
        json.WriteEndArray();
        json.WriteBoolean("stream", true);

        void Message(string role, string text, IReadOnlyList<CallImage> images)
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            content(json, text, images);
            json.WriteEndObject();
        }
    }

    public static string DataUrl(CallImage image) => $"data:{image.MediaType};base64,{Convert.ToBase64String(image.Bytes.Span)}";

    /// <summary>The schema as it was written, under a name.</summary>
    public static void Raw(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value);
    }

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;
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

    /// <summary>Longer ones are not held back for the next request.</summary>
    private const int MostScratch = 256 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    /// <summary>The base address and what follows it, with the query of the base kept.</summary>
    public static Uri Join(Endpoint endpoint, string path, string query = "")
    {
        var from = endpoint.Base!;
        var queries = string.Join('&', ((string[])[from.Query.TrimStart('?'), query]).Where(q => q.Length > 0));
        return new($"{from.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}{(queries.Length > 0 ? "?" + queries : "")}");
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Bearer(Endpoint endpoint) => endpoint.Key is { } key ? [new("Authorization", $"Bearer {key}")] : [];

    /// <summary>One JSON object.</summary>
    /// <param name="write">Writes what is in it, without asking for another one meanwhile.</param>
    /// <param name="images">That will be in it: room is made for them at once, so that they are written where they stay.</param>
    public static ReadOnlyMemory<byte> Json(Action<Utf8JsonWriter> write, IReadOnlyList<CallImage>? images = null)
    {
        if (images is { Count: > 0 })
        {
            var own = new ArrayBufferWriter<byte>(4096 + images.Sum(i => Base64.GetMaxEncodedToUtf8Length(i.Bytes.Length) + 256));
            Write(own, write);
            return own.WrittenMemory;
        }
        var lent = scratch ??= new(4096);
        try
        {
            Write(lent, write);
            // What is kept of a call has the length that it has.
            return lent.WrittenSpan.ToArray();
        }
        finally
        {
            if (lent.Capacity > MostScratch) scratch = null;
            else lent.ResetWrittenCount();
        }
    }

    private static void Write(ArrayBufferWriter<byte> to, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(to, Writing);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }

    /// <summary>The image as a <c>data:</c> address, written as bytes: as a string it would take the room four times.</summary>
    public static void DataUrl(Utf8JsonWriter json, string name, CallImage image)
    {
        var before = Encoding.UTF8.GetBytes($"\"data:{image.MediaType};base64,");
        var length = before.Length + Base64.GetMaxEncodedToUtf8Length(image.Bytes.Length) + 1;
        var lent = ArrayPool<byte>.Shared.Rent(length);
        before.CopyTo(lent, 0);
        Base64.EncodeToUtf8(image.Bytes.Span, lent.AsSpan(before.Length), out _, out var written);
        lent[before.Length + written] = (byte)'"';
        json.WritePropertyName(name);
        // A media type and base 64 have nothing to escape.
        json.WriteRawValue(lent.AsSpan(0, before.Length + written + 1), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(lent);
    }

    /// <summary>Those that the settings name go before the protocol's own.</summary>
    public HttpRequestMessage Message(Endpoint endpoint)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ReadOnlyMemoryContent(Body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        foreach (var (name, value) in Headers)
            if (!endpoint.Headers.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) message.Headers.TryAddWithoutValidation(name, value);
        foreach (var (name, value) in endpoint.Headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

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

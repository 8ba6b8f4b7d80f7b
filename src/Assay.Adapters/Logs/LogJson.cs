using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Assay.Adapters.Importers;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>
/// Values of somebody else's JSON, read for what they are: a member that is missing or of another kind is null, never a default. Of a key that stands
/// twice the last one counts, as for the programs that write these logs.
/// </summary>
internal static class LogJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LogLimits.Depth };

    /// <exception cref="LogRefusedException">Not UTF-8, or not JSON.</exception>
    public static JsonElement Parse(string name, byte[] bytes)
    {
        if (!Utf8.IsValid(bytes)) throw new LogRefusedException($"{name} is not UTF-8 throughout: save it as UTF-8, or write it anew.");
        try
        {
            return JsonElement.Parse(JsonSurrogates.Mend(bytes), Options);
        }
        catch (JsonException e)
        {
            throw new LogRefusedException($"{name} is not JSON, at line {e.LineNumber + 1}: {e.Message.Split(" LineNumber:")[0]}", e);
        }
    }

    /// <summary>A small file that is read whole.</summary>
    /// <exception cref="LogRefusedException">It is not whole JSON.</exception>
    public static JsonElement Whole(string name, byte[] bytes)
    {
        var target = new byte[bytes.Length * 4 / 3 + 4];
        var source = bytes.AsSpan(bytes is [0xef, 0xbb, 0xbf, ..] ? 3 : 0);
        var length = new NotNumbers().Mend(source, last: true, target, out _);
        return Parse(name, target[..length]);
    }

    extension(JsonElement element)
    {
        /// <summary>The member; undefined where there is none or this is no object.</summary>
        public JsonElement Get(string key) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : default;

        public JsonElement Get(string key, string under) => element.Get(key).Get(under);

        /// <summary>Whether there is a value that says something.</summary>
        public bool Says => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

        public string? Text(string key) => element.Get(key).AsText;

        public string? AsText => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

        /// <summary>A text, or a number or flag as it is printed: ids are written in both ways.</summary>
        public string? AsWord => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };

        public string? Word(string key) => element.Get(key).AsWord;

        /// <summary>Text as it is, anything else as compact JSON; null where it says nothing.</summary>
        public string? AsAnything => !element.Says ? null : element.AsText ?? element.Compact;

        public string Compact
        {
            get
            {
                using var bytes = new MemoryStream();
                using (var writer = new Utf8JsonWriter(bytes, CompactOptions)) element.WriteTo(writer);
                return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            }
        }

        public double? AsNumber => element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

        public double? Number(string key) => element.Get(key).AsNumber;

        public decimal? Exact(string key) => JsonNumber.TryExact(element.Get(key), out var number) ? number : null;

        public bool? Flag(string key) => element.Get(key).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

        /// <summary>A whole number of 0 and above, up to the most that tokens can be.</summary>
        public long? Count(string key) => element.Number(key) is { } number and >= 0 and <= LogLimits.Tokens && number == Math.Truncate(number) ? (long)number : null;

        /// <summary>Nothing where it is no list.</summary>
        public IEnumerable<JsonElement> Items(string key) => element.Get(key).AsItems;

        public IEnumerable<JsonElement> AsItems => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [];

        /// <summary>Nothing where it is no object.</summary>
        public IEnumerable<JsonProperty> Members => element.ValueKind is JsonValueKind.Object ? element.EnumerateObject() : [];

        /// <summary>One text or several; nothing where there is none.</summary>
        public string[] Texts => element.ValueKind is JsonValueKind.Array ? [.. element.EnumerateArray().Select(t => t.AsAnything).OfType<string>()] : element.AsAnything is { } text ? [text] : [];

        public DateTimeOffset? Time(string key) => element.Get(key) switch
        {
            { ValueKind: JsonValueKind.Number } => element.Number(key) is { } seconds ? OfUnix(seconds) : null,
            var value when value.AsText is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && ImportLimits.IsYear(time.Year) => time,
            _ => null,
        };

        /// <summary>A length of time told in seconds; null where it is no such thing, or longer than a month.</summary>
        public TimeSpan? Seconds(string key) => element.Number(key) is { } seconds and >= 0 and < 2_700_000 ? TimeSpan.FromSeconds(seconds) : null;

        public TimeSpan? Milliseconds(string key) => element.Number(key) is { } ms and >= 0 and < 2_700_000_000 ? TimeSpan.FromMilliseconds(ms) : null;

        /// <summary>A name on one line, without characters that act; null where it is none.</summary>
        public string? Name(string key) => element.Word(key) is { } text && Visible.Line(text, LogLimits.Name) is { Length: > 0 } name ? name : null;
    }

    private static readonly JsonWriterOptions CompactOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static DateTimeOffset? OfUnix(double seconds)
    {
        // Milliseconds where it would be a year of five digits.
        if (seconds > 100_000_000_000) seconds /= 1000;
        return seconds is > 946_684_800 and < 4_102_444_800 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
    }
}

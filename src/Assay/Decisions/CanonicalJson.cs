using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assay.Decisions;

/// <summary>
/// One text for one meaning, whatever wrote the JSON: members sorted by their names' UTF-16 units, nothing between the parts, numbers in plain decimal
/// notation without needless zeros, and in texts only <c>"</c>, <c>\</c> and U+0000 to U+001F escaped, the latter by their letter where JSON has one. docs/decisions.md states the same for other programs.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How deep a document may go.</summary>
    private const int Deepest = 64;

    /// <summary>SHA-256 over the canonical form in UTF-8, 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">A number has more digits than a decimal holds, or the document is too deep.</exception>
    public static string Hash(JsonNode? node) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(node))));

    /// <inheritdoc cref="Hash"/>
    public static string Text(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        if (depth > Deepest) throw new FormatException($"The document goes deeper than {Deepest} levels.");
        switch (node)
        {
            case JsonObject members:
                Several(text, '{', '}', members.OrderBy(m => m.Key, StringComparer.Ordinal), m =>
                {
                    Quote(text, m.Key);
                    text.Append(':');
                    Write(text, m.Value, depth + 1);
                });
                break;
            case JsonArray items: Several(text, '[', ']', items, item => Write(text, item, depth + 1)); break;
            case null: text.Append("null"); break;
            default: Value(text, node); break;
        }
    }

    private static void Several<T>(StringBuilder text, char open, char close, IEnumerable<T> parts, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            if (!first) text.Append(',');
            first = false;
            write(part);
        }
        text.Append(close);
    }

    private static void Value(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.Null: text.Append("null"); break;
            case JsonValueKind.String: Quote(text, value.GetValue<string>()); break;
            default: text.Append(Number(value.ToJsonString())); break;
        }
    }

    private static string Number(string written) => decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number == 0 ? "0" : number.ToString("0.############################", CultureInfo.InvariantCulture)
        : throw new FormatException($"The number '{written}' has more digits than can be held: at most 28 are allowed.");

    // Those that have a letter of their own in JSON, as RFC 8785 has them.
    private const string Escapes = "\"\\\b\t\n\f\r", Letters = "\"\\btnfr";

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            var mark = Escapes.IndexOf(c, StringComparison.Ordinal);
            if (mark >= 0) text.Append('\\').Append(Letters[mark]);
            else if (c < ' ') text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        }
        text.Append('"');
    }
}

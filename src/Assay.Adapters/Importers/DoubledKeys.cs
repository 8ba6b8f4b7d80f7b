using System.Text.Json;

namespace Assay.Adapters.Importers;

/// <summary>A key that an object has a second time.</summary>
/// <param name="Path">From the root of the file, which is left out: <c>.acme.models.lark.id</c>.</param>
/// <param name="Value">What stands under it the second time, as printed.</param>
internal sealed record DoubledKey(string Path, string Value);

/// <summary>
/// JSON lets a key stand twice in an object, and readers take the first, the last or either. Here the first counts, everywhere, and every
/// further one is told. Such files are rare: only they are written anew.
/// </summary>
internal sealed class DoubledKeys
{
    private readonly List<DoubledKey> found = [];

    /// <summary>The document with each key once, and the keys taken away.</summary>
    public static (byte[] Once, IReadOnlyList<DoubledKey> Doubled) TakeAway(JsonElement root)
    {
        var doubled = new DoubledKeys();
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) doubled.Copy(root, "", writer);
        return (bytes.ToArray(), doubled.found);
    }

    private void Copy(JsonElement element, string path, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object: Object(element, path, writer); break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var i = 0;
                foreach (var item in element.EnumerateArray()) Copy(item, $"{path}[{i++}]", writer);
                writer.WriteEndArray();
                break;
            // As printed: a number must keep its digits.
            default: writer.WriteRawValue(element.GetRawText(), skipInputValidation: true); break;
        }
    }

    private void Object(JsonElement element, string path, Utf8JsonWriter writer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var property in element.EnumerateObject())
        {
            var below = path + JsonNames.Step(property.Name);
            if (!seen.Add(property.Name))
            {
                found.Add(new(below, property.Value.GetRawText()));
                continue;
            }
            writer.WritePropertyName(property.Name);
            Copy(property.Value, below, writer);
        }
        writer.WriteEndObject();
    }
}

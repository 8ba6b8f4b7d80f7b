using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// What a stated list of input modalities says of capabilities: images in the list mean vision, no images mean none.
/// A capability that the same source states itself is left to that statement.
/// </summary>
internal static class ModalityCapabilities
{
    private static readonly (Capability Capability, string Modality)[] ByModality =
        [(Capability.Vision, "image"), (Capability.AudioIn, "audio"), (Capability.VideoIn, "video")];

    public static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "text", "image", "audio", "video", "pdf" };

    /// <param name="listed">The claim that states the list.</param>
    /// <param name="key">What the list is called in the source.</param>
    /// <param name="asPrinted">Its items in the source's order.</param>
    /// <param name="stated">Whether the source states the capability itself.</param>
    public static IEnumerable<Claim> Derive(Claim listed, string key, IReadOnlyCollection<string> asPrinted, Func<Capability, bool> stated)
    {
        var quoted = $"{key}: {string.Join(", ", asPrinted)}";
        foreach (var (capability, modality) in ByModality)
            if (!stated(capability)) yield return Claim(capability, asPrinted.Contains(modality));

        // A PDF may be read as its text alone: with nothing but text beside it, it settles nothing.
        var more = asPrinted.Any(m => m is not ("text" or "pdf"));
        if (!stated(Capability.Multimodal) && (more || !asPrinted.Contains("pdf"))) yield return Claim(Capability.Multimodal, more);

        Claim Claim(Capability capability, bool has) => listed with { Property = capability.Property, Value = ClaimValue.Of(has), Quoted = quoted, Note = null };
    }

    /// <summary>Reads a list of modalities; what is not one is refused.</summary>
    public static List<string> Read(JsonThing thing, string where, JsonElement list)
    {
        var items = new List<string>();
        if (list.ValueKind is not JsonValueKind.Array) thing.Refuse(where, list, "wrong type", "a list");
        else if (list.GetArrayLength() == 0) thing.Refuse(where, list, "an empty list", $"some of {string.Join(", ", Known)}; or leave the key out");
        else
        {
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.String && Known.Contains(item.GetString()!)) items.Add(item.GetString()!);
                else thing.Refuse(where, item, "unknown modality", $"one of {string.Join(", ", Known)}");
            }
        }
        return items;
    }
}

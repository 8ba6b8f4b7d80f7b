using System.Text.Json;
using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>Boxes that are right, as a suite writes them: <c>{"label": "bolt", "box": [left, top, width, height]}</c>, each a target of its own or one list of them.</summary>
internal static class BoxTarget
{
    /// <summary>Null, with why, where a target is no such box.</summary>
    /// <param name="size">What the numbers reach to; null checks the form alone.</param>
    public static IReadOnlyList<Detection>? Read(IReadOnlyList<string> target, ImageSize? size, bool fractions, out string? why)
    {
        List<Detection> boxes = [];
        why = null;
        foreach (var text in target)
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                var root = document.RootElement;
                foreach (var item in root.ValueKind is JsonValueKind.Array ? [.. root.EnumerateArray()] : (JsonElement[])[root])
                    if ((why = Add(item, size, fractions, boxes)) is not null) return null;
            }
            catch (JsonException)
            {
                why = $"The target '{Units.Visible.Line(text, 60)}' is no JSON";
                return null;
            }
        }
        return boxes;
    }

    private static string? Add(JsonElement item, ImageSize? size, bool fractions, List<Detection> boxes)
    {
        var quoted = Units.Visible.Line(item.GetRawText(), 80);
        if (item.ValueKind is not JsonValueKind.Object) return $"The target '{quoted}' is no box";
        if (item.EnumerateObject().FirstOrDefault(p => p.Name is not ("label" or "box")) is { Value.ValueKind: not JsonValueKind.Undefined, Name: var strange }) return $"The box '{quoted}' has the unknown key '{strange}'";
        if (!item.TryGetProperty("label", out var label) || label.ValueKind is not JsonValueKind.String || LabelForm.Of(label.GetString()!).Length == 0) return $"The box '{quoted}' has no label";
        if (!item.TryGetProperty("box", out var box) || box.ValueKind is not JsonValueKind.Array || box.GetArrayLength() != 4 || box.EnumerateArray().Any(n => n.ValueKind is not JsonValueKind.Number)) return $"The box '{quoted}' has no four numbers";
        var n = box.EnumerateArray().Select(e => e.GetDouble()).ToArray();
        if (size is null && !fractions) return n[0] >= 0 && n[1] >= 0 && n[2] > 0 && n[3] > 0 ? null : $"The box '{quoted}' lies outside the image or has no area";
        var (across, down) = fractions ? (1.0, 1.0) : (size!.Width, size.Height);
        if (!Box.TryCreate(n[0] / across, n[1] / down, Hair((n[0] + n[2]) / across), Hair((n[1] + n[3]) / down), out var found, out var fault)) return $"The box '{quoted}' is none on {(fractions ? "an image measured from 0 to 1" : $"an image of {size} pixels")}: {fault}";
        boxes.Add(new(label.GetString()!, null, found));
        return null;
    }

    /// <summary>What lies over the edge by what a sum of fractions leaves is on it.</summary>
    private static double Hair(double side) => side is > 1 and < 1 + 1e-9 ? 1 : side;
}

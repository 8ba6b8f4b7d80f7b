using System.Runtime.InteropServices;
using System.Text.Json;
using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Labels;

/// <summary>A classifier of whole pictures. What stands in the middle counts: the picture is cut to the square in its middle.</summary>
/// <param name="model">Takes bytes, or floats from −1 to 1.</param>
/// <param name="labels">By class; the first is no thing.</param>
/// <param name="logits">Whether the model's outputs are still to be made probabilities.</param>
internal sealed class Classifier(TfliteModel model, IReadOnlyList<string> labels, bool logits) : IEngine
{
    private const int Most = 10;

    public EngineReply Run(Pixels picture, double? minScore)
    {
        var side = Math.Min(picture.Width, picture.Height);
        var (left, top) = ((picture.Width - side) / 2, (picture.Height - side) / 2);
        var middle = picture.Cut(new(new(left, top), new(left + side, top), new(left + side, top + side), new(left, top + side)));
        var scores = Probabilities(model.Run(Input(middle.Resize(model.Width, model.Height).Rgb))[0].Values);
        var ranked = Enumerable.Range(1, Math.Min(scores.Length, labels.Count) - 1).OrderByDescending(i => scores[i]).Take(Most)
            .Where(i => scores[i] >= (minScore ?? 0)).Select(i => new RankedLabel(labels[i], Math.Round(scores[i], 4)));
        return new(JsonSerializer.Serialize([.. ranked], EngineJson.Plain.RankedLabelArray));
    }

    public void Dispose() => model.Dispose();

    private ReadOnlySpan<byte> Input(byte[] rgb) => !model.TakesFloats ? rgb : MemoryMarshal.AsBytes<float>(Array.ConvertAll(rgb, b => b / 127.5f - 1));

    private float[] Probabilities(float[] values)
    {
        if (!logits) return values;
        var (most, powers) = (values.Max(), new float[values.Length]);
        for (var i = 0; i < values.Length; i++) powers[i] = MathF.Exp(values[i] - most);
        var sum = powers.Sum();
        return Array.ConvertAll(powers, p => p / sum);
    }
}

internal sealed record RankedLabel(string Label, double Score);

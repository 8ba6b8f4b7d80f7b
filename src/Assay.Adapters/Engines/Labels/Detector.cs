using System.Text.Json;
using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Labels;

/// <summary>A detector whose outputs are boxes (top, left, bottom, right from 0 to 1), classes, scores and how many there are.</summary>
/// <param name="model">Takes bytes.</param>
/// <param name="labels">By class; <c>???</c> for numbers that no thing has.</param>
/// <param name="keepShape">Whether the model wants the picture unstretched, in the upper left of its square.</param>
internal sealed class Detector(TfliteModel model, IReadOnlyList<string> labels, bool keepShape) : IEngine
{
    private const double DefaultScore = 0.3;
    private const byte Filler = 127;

    public EngineReply Run(Pixels picture, double? minScore)
    {
        var (input, wide, high) = Fit(picture);
        var found = model.Run(input);
        var (boxes, classes, scores) = (found[0].Values, found[1].Values, found[2].Values);
        var count = Math.Min((int)found[3].Values[0], scores.Length);
        var least = minScore ?? DefaultScore;
        var detections = Enumerable.Range(0, count).Where(i => scores[i] >= least && Label(classes[i]) is not null).OrderByDescending(i => scores[i])
            .Select(i => new FoundThing(Label(classes[i])!, Math.Round(scores[i], 3), EngineBox.In(picture, boxes[i * 4 + 1] * wide, boxes[i * 4] * high, boxes[i * 4 + 3] * wide, boxes[i * 4 + 2] * high)));
        return new(JsonSerializer.Serialize([.. detections], EngineJson.Plain.FoundThingArray));
    }

    public void Dispose() => model.Dispose();

    /// <summary>The model's input, and how many pixels of the picture its whole width and height stand for.</summary>
    private (byte[] Input, double Wide, double High) Fit(Pixels picture)
    {
        if (!keepShape) return (picture.Resize(model.Width, model.Height).Rgb, picture.Width, picture.Height);
        var scale = Math.Min((double)model.Width / picture.Width, (double)model.Height / picture.Height);
        var small = picture.Resize(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        var input = new byte[model.Width * model.Height * 3];
        Array.Fill(input, Filler);
        for (var y = 0; y < small.Height; y++) small.Rgb.AsSpan(y * small.Width * 3, small.Width * 3).CopyTo(input.AsSpan(y * model.Width * 3));
        return (input, model.Width / scale, model.Height / scale);
    }

    private string? Label(float number) => (int)number is >= 0 and var i && i < labels.Count && labels[i] != "???" ? labels[i] : null;
}

/// <param name="Box">Left, top, right, bottom in pixels.</param>
internal sealed record FoundThing(string Label, double Score, double[] Box);

using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines;

/// <summary>A model that looks at pictures, loaded. Lives in a child process; for one picture at a time.</summary>
internal interface IEngine : IDisposable
{
    /// <exception cref="EngineException">It could not.</exception>
    EngineReply Run(Pixels picture, double? minScore);
}

/// <summary>What an engine says of a picture.</summary>
/// <param name="Text">As a model's reply: lines of text for ocr, else a JSON array of objects with a label and a score, and for detect a box.</param>
public sealed record EngineReply(string Text)
{
    /// <summary>Of ocr: the pieces of lines in the order of reading, each with its place; null where the engine tells no places.</summary>
    public IReadOnlyList<EngineLine>? Lines { get; init; }
}

/// <summary>A piece of a line: as much as stands close together.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Box">Left, top, right, bottom in pixels of the picture that was sent.</param>
public sealed record EngineLine(string Text, double Score, IReadOnlyList<double> Box)
{
    internal static EngineLine Of(string text, float score, Quad place, Pixels picture)
    {
        var (left, top, right, bottom) = place.Bounds();
        return new(text, Math.Round(score, 3), EngineBox.In(picture, left, top, right, bottom));
    }
}

/// <summary>Boxes in pixels, to a tenth, within the picture.</summary>
internal static class EngineBox
{
    public static double[] In(Pixels picture, double left, double top, double right, double bottom) =>
        [Place(left, picture.Width), Place(top, picture.Height), Place(right, picture.Width), Place(bottom, picture.Height)];

    private static double Place(double at, int most) => Math.Round(Math.Clamp(at, 0, most), 1);
}

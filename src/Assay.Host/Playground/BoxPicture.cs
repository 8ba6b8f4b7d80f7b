using Assay.Adapters.Images;
using Assay.Adapters.Storage.Turns;
using Assay.Drawing;

namespace Assay.Host.Playground;

/// <summary>The image of a turn with the boxes of all models, as a file.</summary>
public sealed class BoxPicture(Overlay overlay, TurnStore store)
{
    /// <summary>The picture as PNG; or why there is none.</summary>
    /// <param name="least">Boxes with a lower score are left out.</param>
    public async Task<(ReadOnlyMemory<byte>? Png, string? Problem)> Draw(TurnView turn, double least, CancellationToken cancellationToken)
    {
        if (turn.Task != "detect" || turn.Images.Count == 0) return (null, $"Turn '{turn.Id}' is of the task {turn.Task}: only detection has boxes to draw.");
        if (store.Image(turn.Images[0].Hash) is not { } image) return (null, $"The image of turn '{turn.Id}' is kept no longer.");
        try
        {
            return ((await overlay.RenderPng(image, Svg(turn, image.Width, image.Height, least), cancellationToken)).Bytes, null);
        }
        catch (ImageException e)
        {
            return (null, e.Message);
        }
    }

    private static string Svg(TurnView turn, int width, int height, double least)
    {
        var sketch = new Sketch(width, height);
        var size = Math.Max(7, Math.Max(width, height) / 90.0);
        foreach (var lane in turn.Lanes)
        {
            foreach (var box in lane.Reading is { } reading ? ComparedView.Shown(reading, least) : [])
            {
                var label = string.Concat(BoxText.Of(box).Select(c => Sketch.CanWrite(c) ? c : '?'));
                sketch.Frame(box.X0 * width, box.Y0 * height, (box.X1 - box.X0) * width, (box.Y1 - box.Y0) * height, label, LaneMark.Colour(lane.Place), LaneMark.Dashes(lane.Place) is { Length: > 0 } dashes ? dashes : null, size);
            }
        }
        return sketch.Svg();
    }
}

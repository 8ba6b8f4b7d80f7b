using System.Globalization;

namespace Assay.Host.Playground;

/// <summary>Where a box and its label stand in a picture, in its pixels.</summary>
/// <param name="Hangs">Classes of the label's corner: labels keep their size when the picture is made larger, and so shrink towards it.</param>
public sealed record BoxShape(double X, double Y, double Width, double Height, string Label, double Left, double Top, double Wide, double Size, string Hangs)
{
    /// <param name="size">Height of a letter.</param>
    public static BoxShape Of(BoxView box, string label, int width, int height, double size)
    {
        var (x, y) = (box.X0 * width, box.Y0 * height);
        var wide = (label.Length + 1.2) * size * 0.53;
        var left = Math.Clamp(x, 0, Math.Max(0, width - wide));
        var top = y >= size * 1.35 ? y - size * 1.35 : y;
        return new(x, y, (box.X1 - box.X0) * width, (box.Y1 - box.Y0) * height, label, left, top, wide, size, (top < y ? "" : " inside") + (left + wide > width * 0.8 ? " right" : ""));
    }

    public static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}

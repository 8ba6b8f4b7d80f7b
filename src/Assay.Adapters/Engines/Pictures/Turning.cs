using System.Runtime.InteropServices;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Pictures;

/// <summary>Turns pictures by quarters, clockwise.</summary>
internal static class Turning
{
    public static Pixels Turn(this Pixels picture, int quarters)
    {
        if (quarters % 4 == 0) return picture;
        var (width, height) = quarters % 2 == 0 ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        var to = new byte[picture.Rgb.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = quarters switch { 1 => (y, picture.Height - 1 - x), 2 => (picture.Width - 1 - x, picture.Height - 1 - y), _ => (picture.Width - 1 - y, x) };
                picture.Rgb.AsSpan((fromY * picture.Width + fromX) * 3, 3).CopyTo(to.AsSpan((y * width + x) * 3));
            }
        }
        return new(width, height, to);
    }

    /// <summary>Where a point of the turned picture was before.</summary>
    /// <param name="point">In the turned picture.</param>
    /// <param name="original">The picture before it was turned.</param>
    /// <param name="quarters">0 to 3.</param>
    public static Point Back(Point point, Pixels original, int quarters) => quarters switch
    {
        1 => new(point.Y, original.Height - point.X),
        2 => new(original.Width - point.X, original.Height - point.Y),
        3 => new(original.Width - point.Y, point.X),
        _ => point,
    };
}

/// <summary>In pixels from the upper left corner; whole numbers are the edges between pixels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double by) => new(a.X * by, a.Y * by);

    public double Length => Math.Sqrt(X * X + Y * Y);
}

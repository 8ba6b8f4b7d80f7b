using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Pictures;

/// <summary>Cuts a turned rectangle out of a picture, upright.</summary>
internal static class Cutting
{
    public static Pixels Cut(this Pixels picture, Quad quad)
    {
        var (width, height) = (Math.Max(1, (int)Math.Round(quad.Width)), Math.Max(1, (int)Math.Round(quad.Height)));
        var (across, down) = ((quad.UpperRight - quad.UpperLeft) * (1.0 / width), (quad.LowerLeft - quad.UpperLeft) * (1.0 / height));
        var to = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = quad.UpperLeft + across * (x + 0.5) + down * (y + 0.5);
                Blend(picture, at.X - 0.5, at.Y - 0.5, to.AsSpan((y * width + x) * 3, 3));
            }
        }
        return new(width, height, to);
    }

    private static void Blend(Pixels picture, double x, double y, Span<byte> to)
    {
        (x, y) = (Math.Clamp(x, 0, picture.Width - 1), Math.Clamp(y, 0, picture.Height - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, picture.Width - 1), Math.Min(top + 1, picture.Height - 1));
        var (over, down) = (x - left, y - top);
        for (var c = 0; c < 3; c++)
        {
            double At(int column, int row) => picture.Rgb[(row * picture.Width + column) * 3 + c];
            var upper = At(left, top) * (1 - over) + At(right, top) * over;
            var lower = At(left, bottom) * (1 - over) + At(right, bottom) * over;
            to[c] = (byte)(upper * (1 - down) + lower * down + 0.5);
        }
    }
}

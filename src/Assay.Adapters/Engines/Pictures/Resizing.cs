using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Pictures;

/// <summary>Makes pictures larger or smaller: halves by averages while they are more than twice too large, then blends neighbours.</summary>
internal static class Resizing
{
    public static Pixels Resize(this Pixels picture, int width, int height)
    {
        while (picture.Width >= 2 * width && picture.Height >= 2 * height) picture = Halve(picture);
        if (picture.Width == width && picture.Height == height) return picture;
        var (rows, columns) = (Neighbours(picture.Height, height), Neighbours(picture.Width, width));
        var (from, to) = (picture.Rgb, new byte[width * height * 3]);
        for (var y = 0; y < height; y++)
        {
            var (top, bottom, down) = rows[y];
            var (above, below) = (top * picture.Width, bottom * picture.Width);
            for (var x = 0; x < width; x++)
            {
                var (left, right, over) = columns[x];
                for (var c = 0; c < 3; c++)
                {
                    var upper = from[(above + left) * 3 + c] * (1 - over) + from[(above + right) * 3 + c] * over;
                    var lower = from[(below + left) * 3 + c] * (1 - over) + from[(below + right) * 3 + c] * over;
                    to[(y * width + x) * 3 + c] = (byte)(upper * (1 - down) + lower * down + 0.5f);
                }
            }
        }
        return new(width, height, to);
    }

    /// <summary>For each place of the new side, the two old places around it and how far it is towards the second.</summary>
    private static (int First, int Second, float Part)[] Neighbours(int old, int wanted)
    {
        var places = new (int, int, float)[wanted];
        for (var i = 0; i < wanted; i++)
        {
            var at = Math.Clamp((i + 0.5f) * old / wanted - 0.5f, 0, old - 1);
            var first = (int)at;
            places[i] = (first, Math.Min(first + 1, old - 1), at - first);
        }
        return places;
    }

    private static Pixels Halve(Pixels picture)
    {
        var (width, height, from) = (picture.Width / 2, picture.Height / 2, picture.Rgb);
        var to = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (upper, lower) = ((2 * y * picture.Width + 2 * x) * 3, ((2 * y + 1) * picture.Width + 2 * x) * 3);
                for (var c = 0; c < 3; c++) to[(y * width + x) * 3 + c] = (byte)((from[upper + c] + from[upper + 3 + c] + from[lower + c] + from[lower + 3 + c] + 2) / 4);
            }
        }
        return new(width, height, to);
    }
}

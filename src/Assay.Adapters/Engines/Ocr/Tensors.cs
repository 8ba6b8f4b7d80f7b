using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>Pictures as PaddleOCR's models take them: planes of blue, green and red, each number less a mean and over a deviation.</summary>
internal static class Tensors
{
    private static readonly float[] Half = [0.5f, 0.5f, 0.5f];

    public static float[] FromPicture(Pixels picture, float[] mean, float[] deviation, int? paddedWidth = null)
    {
        var (width, wide) = (picture.Width, paddedWidth ?? picture.Width);
        var to = new float[3 * wide * picture.Height];
        for (var c = 0; c < 3; c++)
        {
            var (scale, shift) = (1 / (255 * deviation[c]), mean[c] / deviation[c]);
            for (var y = 0; y < picture.Height; y++)
                for (var x = 0; x < width; x++) to[(c * picture.Height + y) * wide + x] = picture.Rgb[(y * width + x) * 3 + 2 - c] * scale - shift;
        }
        return to;
    }

    /// <summary>From −1 to 1, padded with 0 on the right.</summary>
    public static float[] Line(Pixels picture, int paddedWidth) => FromPicture(picture, Half, Half, paddedWidth);
}

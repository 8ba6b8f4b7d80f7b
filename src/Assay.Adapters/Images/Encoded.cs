using System.Security.Cryptography;
using Assay.Adapters.Images.Vips;
using Assay.Calls;

namespace Assay.Adapters.Images;

/// <summary>Pixels to files. Nothing but pixels is written: no metadata, no profile (sRGB is what is taken where none is named).</summary>
internal static class Encoded
{
    private const int Smallest = 64;

    /// <summary>PNG where nothing may be lost or it costs little, JPEG of quality 90 for photographs; made smaller until it keeps to the limit.</summary>
    /// <returns>The image, and whether it is smaller than the file was.</returns>
    public static (CallImage Image, bool Resized) ForSending(VipsScope scope, Decoded decoded, ImageLimits limits)
    {
        var image = scope.FromPixels(decoded.Pixels, decoded.Width, decoded.Height, decoded.Bands);
        for (var longSide = Math.Max(decoded.Width, decoded.Height); ; longSide = longSide * 3 / 4)
        {
            var part = longSide == Math.Max(image.Width, image.Height) ? image : Decoded.Smaller(image, longSide);
            var sent = Choose(part, decoded.Lossless, limits);
            if (sent.Bytes.Length <= limits.MostSentBytes || longSide <= Smallest) return (sent, (sent.Width, sent.Height) != decoded.Upright);
        }
    }

    /// <param name="transparent">Then PNG, whatever it costs.</param>
    public static CallImage Smallish(VipsImage image, bool transparent) => transparent ? Png(image) : Jpeg(image, 80);

    /// <param name="effort">1 to 9: how long to look for a shorter file.</param>
    public static CallImage Png(VipsImage image, int effort = 6) => Named("image/png", image, image.Then("pngsave_buffer").With("compression", effort).With("keep", "none").Bytes());

    private static CallImage Jpeg(VipsImage image, int quality) => Named("image/jpeg", image, image.Then("jpegsave_buffer").With("Q", quality).With("optimize-coding", "true").With("keep", "none").Bytes());

    private static CallImage Choose(VipsImage image, bool lossless, ImageLimits limits)
    {
        if (image.HasAlpha) return Png(image);
        if (!lossless && (long)image.Width * image.Height > limits.SmallPixels) return Jpeg(image, 90);
        var png = Png(image);
        return png.Bytes.Length <= limits.MostPngBytes ? png : Jpeg(image, 90);
    }

    private static CallImage Named(string type, VipsImage image, byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), type, image.Width, image.Height, bytes);
}

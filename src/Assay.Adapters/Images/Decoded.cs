using Assay.Adapters.Images.Vips;

namespace Assay.Adapters.Images;

/// <summary>A file as pixels, upright, sRGB, no longer on its long side than the limit.</summary>
/// <param name="Pixels">Three bytes a pixel, or four with transparency.</param>
/// <param name="Upright">Width and height before it was made smaller.</param>
/// <param name="Lossless">Whether the file kept every pixel as it was.</param>
internal sealed record Decoded(byte[] Pixels, int Width, int Height, int Bands, (int Width, int Height) Upright, bool Lossless, ImageFacts Facts)
{
    /// <summary>Reads header, then pixels.</summary>
    /// <exception cref="VipsException">Damaged.</exception>
    /// <exception cref="InvalidDataException">Damaged; BMP.</exception>
    /// <exception cref="ImageRefusedException">More than the limits, or of a kind that is not read; told by the header, before a pixel was read.</exception>
    public static Decoded Read(VipsScope scope, ReadOnlySpan<byte> file, ImageFormat format, ImageLimits limits)
    {
        var raw = format is ImageFormat.Bmp ? Bitmap(scope, file, limits) : Load(scope, file, format, turned: false);
        limits.Check(raw.Width, raw.Height, raw.Bands * raw.BandBytes);
        // What is black and what is white in such a file nothing tells, so any picture made of it would be a guess.
        if (raw.BandBytes > 2) throw new ImageRefusedException(ImageRefusal.Format, $"The {format.Name()} file has {raw.BandBytes * 8} bits a colour; 8 and 16 are read. Save it as PNG with 8 bits.");
        var (width, height, orientation, pages, fields) = (raw.Width, raw.Height, raw.Orientation, raw.Pages, raw.Fields());
        if (orientation is < 1 or > 8) orientation = 1;
        if (orientation > 1) raw = Load(scope, file, format, turned: true).Then("autorot").Image();
        var colours = InSrgb(raw, fields.Contains("icc-profile-data"), out var converted);
        var upright = (colours.Width, colours.Height);
        if (Math.Max(upright.Width, upright.Height) > limits.LongSide) colours = Smaller(colours, limits.LongSide);
        var (pixels, bands) = WithoutNeedlessAlpha(colours.Pixels(), colours.Bands);
        var facts = new ImageFacts
        {
            Format = format, Width = width, Height = height, Bytes = file.Length, Pages = Math.Max(1, pages), Orientation = orientation,
            ColourConverted = converted, Transparent = bands == 4, MetadataRemoved = MetadataNames.Of(fields),
        };
        var lossless = format is not ImageFormat.Jpeg && (format is not ImageFormat.Webp || file[..Math.Min(file.Length, 64)].IndexOf("VP8L"u8) >= 0);
        return new(pixels, colours.Width, colours.Height, bands, upright, lossless, facts);
    }

    /// <summary>So that its longer side is of this length.</summary>
    public static VipsImage Smaller(VipsImage image, int longSide) =>
        image.Then("thumbnail_image").With("width", longSide).With("height", longSide).With("size", "down").With("no_rotate", "true").Image();

    private static VipsImage Bitmap(VipsScope scope, ReadOnlySpan<byte> file, ImageLimits limits)
    {
        var bitmap = BmpReader.Read(file, limits);
        return scope.FromPixels(bitmap.Pixels, bitmap.Width, bitmap.Height, bitmap.Bands);
    }

    /// <param name="turned">It will be turned: its pixels are not read in the order of the file, so all are held at once.</param>
    private static VipsImage Load(VipsScope scope, ReadOnlySpan<byte> file, ImageFormat format, bool turned)
    {
        var load = scope.Operation(format switch
        {
            ImageFormat.Png => "pngload_buffer",
            ImageFormat.Jpeg => "jpegload_buffer",
            ImageFormat.Webp => "webpload_buffer",
            ImageFormat.Gif => "gifload_buffer",
            ImageFormat.Tiff => "tiffload_buffer",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format that is read."),
        });
        // "error" takes in "truncated": half a picture would be asked about as if it were the whole. Mere warnings, which many cameras earn, pass.
        load.With("buffer", file).With("fail_on", "error");
        return (turned ? load.With("memory", "true") : load.With("access", "sequential")).Image();
    }

    private static VipsImage InSrgb(VipsImage image, bool profiled, out bool converted)
    {
        converted = false;
        if (profiled)
        {
            try
            {
                image = image.Then("icc_transform").With("output-profile", "srgb").With("embedded", "true").With("depth", 8).Image();
                converted = true;
            }
            catch (VipsException)
            {
                // A profile that cannot be followed is common and no reason to refuse the picture.
            }
        }
        image = image.Then("colourspace").With("space", "srgb").Image();
        if (image.Bands is not (3 or 4)) throw new VipsException($"it has {image.Bands} channels, and up to 4 are read");
        return image.BandBytes == 1 ? image : image.Then("cast").With("format", "uchar").Image();
    }

    /// <summary>Many programs write an alpha channel that hides nothing.</summary>
    private static (byte[] Pixels, int Bands) WithoutNeedlessAlpha(byte[] pixels, int bands)
    {
        if (bands == 3) return (pixels, 3);
        for (var alpha = 3; alpha < pixels.Length; alpha += 4)
            if (pixels[alpha] != 255) return (pixels, 4);
        var rgb = new byte[pixels.Length / 4 * 3];
        for (int from = 0, to = 0; to < rgb.Length; from += 4, to += 3) pixels.AsSpan(from, 3).CopyTo(rgb.AsSpan(to));
        return (rgb, 3);
    }
}

/// <summary>The header tells that it will not be read.</summary>
internal sealed class ImageRefusedException(ImageRefusal kind, string message) : Exception(message)
{
    public ImageRefusal Kind => kind;
}

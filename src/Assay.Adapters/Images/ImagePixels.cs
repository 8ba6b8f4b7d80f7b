using Assay.Adapters.Images.Vips;
using Assay.Calls;

namespace Assay.Adapters.Images;

/// <summary>What else is made of an image that was taken: pixels for engines, small pictures for lists. Safe for use by many threads.</summary>
public sealed class ImagePixels(ImageWork work)
{
    /// <summary>Pixels in a size; transparent parts become white.</summary>
    /// <exception cref="ImageException">No library on this machine, or the bytes are not those of an image that was taken.</exception>
    public Task<Pixels> Raw(CallImage image, int width, int height, PixelFit fit, CancellationToken cancellationToken) => work.Run(
        scope =>
        {
            var sized = Load(scope, image).Then("thumbnail_image").With("width", width).With("height", height).With("no_rotate", "true")
                .With("size", fit switch { PixelFit.Within => "down", PixelFit.Fill => "both", PixelFit.Stretch => "force", _ => throw new ArgumentOutOfRangeException(nameof(fit), fit, "Say how it shall fit.") })
                .Image();
            return Flat(sized);
        },
        cancellationToken);

    /// <summary>Pixels in the image's own size; transparent parts become white.</summary>
    /// <exception cref="ImageException">No library on this machine, or the bytes are not those of an image that was taken.</exception>
    public Task<Pixels> Raw(CallImage image, CancellationToken cancellationToken) => work.Run(scope => Flat(Load(scope, image)), cancellationToken);

    /// <summary>A small picture for a list of turns: JPEG, or PNG where something is transparent.</summary>
    /// <param name="longSide">Pixels; an image that is smaller keeps its size.</param>
    /// <exception cref="ImageException">No library on this machine, or the bytes are not those of an image that was taken.</exception>
    public Task<CallImage> Thumbnail(CallImage image, int longSide, CancellationToken cancellationToken) => work.Run(
        scope =>
        {
            var small = Decoded.Smaller(Load(scope, image), longSide);
            return Encoded.Smallish(small, small.HasAlpha);
        },
        cancellationToken);

    /// <summary>An image of our own making, or one that the store says is.</summary>
    internal static VipsImage Load(VipsScope scope, CallImage image)
    {
        var loader = ImageFormats.Sniff(image.Bytes.Span) switch
        {
            ImageFormat.Png => "pngload_buffer",
            ImageFormat.Jpeg => "jpegload_buffer",
            var other => throw new ImageException($"The image {image.Hash} is {other.Name()}; PNG or JPEG was stored."),
        };
        var loaded = scope.Operation(loader).With("buffer", image.Bytes.Span).With("fail_on", "error").Image();
        return Checked(loaded);
    }

    /// <summary>Holds the caps for what is made here too: a store or a drawing may be wrong.</summary>
    internal static VipsImage Checked(VipsImage image)
    {
        try
        {
            new ImageLimits().Check(image.Width, image.Height, image.Bands);
            return image;
        }
        catch (ImageRefusedException e)
        {
            throw new ImageException(e.Message, e);
        }
    }

    private static Pixels Flat(VipsImage image)
    {
        if (image.HasAlpha) image = image.Then("flatten").With("background", "255 255 255").Image();
        if (image.Bands != 3) image = image.Then("colourspace").With("space", "srgb").Image();
        return new(image.Width, image.Height, image.Pixels());
    }
}

using Assay.Adapters.Images.Vips;
using Assay.Calls;

namespace Assay.Adapters.Images;

/// <summary>Makes pictures of drawings of the program's own. Safe for use by many threads.</summary>
public sealed class SvgRaster(ImageWork work)
{
    /// <param name="svg">With a width and a height in pixels; only shapes, paths and texts, see <see cref="OwnSvg"/>.</param>
    /// <param name="scale">Pixels of the picture for one of the drawing.</param>
    /// <returns>PNG.</returns>
    /// <exception cref="ArgumentException">The drawing has what no drawing of ours has.</exception>
    /// <exception cref="ImageException">No library on this machine, or the drawing cannot be read.</exception>
    public Task<CallImage> Render(string svg, double scale, CancellationToken cancellationToken)
    {
        var bytes = OwnSvg.Checked(svg);
        return work.Run(scope => Encoded.Png(Opaque(Load(scope, bytes, scale)), effort: 9), cancellationToken);
    }

    internal static VipsImage Load(VipsScope scope, byte[] svg, double scale) => ImagePixels.Checked(scope.Operation("svgload_buffer").With("buffer", svg).With("scale", scale).Image());

    /// <summary>A drawing that covers its whole ground has no use for alpha, and models are spared it.</summary>
    private static VipsImage Opaque(VipsImage image) =>
        image.HasAlpha && image.Then("extract_band").With("band", image.Bands - 1).Image() is var alpha && !alpha.Pixels().AsSpan().ContainsAnyExcept((byte)255)
            ? image.Then("extract_band").With("band", 0).With("n", image.Bands - 1).Image()
            : image;
}

/// <summary>A picture with a drawing on it. Safe for use by many threads.</summary>
public sealed class Overlay(ImageWork work)
{
    /// <summary>For "the picture with its boxes" as a file.</summary>
    /// <param name="image">The ground.</param>
    /// <param name="svg">A drawing of the program's own as large as the image: its pixels are the image's.</param>
    /// <returns>PNG of the image's size.</returns>
    /// <exception cref="ArgumentException">The drawing has what no drawing of ours has.</exception>
    /// <exception cref="ImageException">No library on this machine, or the drawing cannot be read.</exception>
    public Task<CallImage> RenderPng(CallImage image, string svg, CancellationToken cancellationToken)
    {
        var bytes = OwnSvg.Checked(svg);
        return work.Run(
            scope =>
            {
                var ground = ImagePixels.Load(scope, image);
                var drawing = SvgRaster.Load(scope, bytes, 1);
                if ((drawing.Width, drawing.Height) != (ground.Width, ground.Height))
                    throw new ImageException($"The drawing is {drawing.Width} × {drawing.Height} pixels large and the image {ground.Width} × {ground.Height}; they must be the same.");
                var both = scope.Operation("composite2").With("base", ground).With("overlay", drawing).With("mode", "over").Image();
                var eight = both.BandBytes == 1 ? both : both.Then("cast").With("format", "uchar").Image();
                return Encoded.Png(ground.HasAlpha ? eight : eight.Then("extract_band").With("band", 0).With("n", 3).Image());
            },
            cancellationToken);
    }
}

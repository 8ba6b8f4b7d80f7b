namespace Assay.Vision.Frames;

/// <summary><c>[x centre, y centre, width, height]</c> in pixels of the image that was sent.</summary>
public sealed class PixelsCentre() : BoxFrame("pixels-centre", "pixels of the image sent: centre, width, height", BoxOrder.Centre, BoxUnit.Pixel)
{
    public override (double Across, double Down) Extent(ImageSize size) => (size.Width, size.Height);
}

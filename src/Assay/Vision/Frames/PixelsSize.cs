namespace Assay.Vision.Frames;

/// <summary><c>[left, top, width, height]</c> in pixels of the image that was sent: the form of COCO files.</summary>
public sealed class PixelsSize() : BoxFrame("pixels-size", "pixels of the image sent: left, top, width, height", BoxOrder.Size, BoxUnit.Pixel)
{
    public override (double Across, double Down) Extent(ImageSize size) => (size.Width, size.Height);
}

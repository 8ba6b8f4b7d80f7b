namespace Assay.Vision.Frames;

/// <summary><c>[xmin, ymin, xmax, ymax]</c> in pixels of the image that was sent: local engines, and most models that are asked for pixels.</summary>
public sealed class PixelsXFirst() : BoxFrame("pixels", "pixels of the image sent, x first", BoxOrder.XFirst, BoxUnit.Pixel)
{
    public override (double Across, double Down) Extent(ImageSize size) => (size.Width, size.Height);
}

namespace Assay.Vision.Frames;

/// <summary><c>[ymin, xmin, ymax, xmax]</c>, each 0 to 1 of its side: the order of TensorFlow detectors.</summary>
public sealed class FractionsYFirst() : BoxFrame("fractions-y-first", "fractions of 0 to 1, y first", BoxOrder.YFirst, BoxUnit.Fraction)
{
    public override (double Across, double Down) Extent(ImageSize size) => (1, 1);
}

namespace Assay.Vision.Frames;

/// <summary><c>[left, top, width, height]</c>, each 0 to 1 of its side: the form of Amazon Rekognition.</summary>
public sealed class FractionsSize() : BoxFrame("fractions-size", "fractions of 0 to 1: left, top, width, height", BoxOrder.Size, BoxUnit.Fraction)
{
    public override (double Across, double Down) Extent(ImageSize size) => (1, 1);
}

namespace Assay.Vision.Frames;

/// <summary><c>[x centre, y centre, width, height]</c>, each 0 to 1 of its side: the form of YOLO label files.</summary>
public sealed class FractionsCentre() : BoxFrame("fractions-centre", "fractions of 0 to 1: centre, width, height", BoxOrder.Centre, BoxUnit.Fraction)
{
    public override (double Across, double Down) Extent(ImageSize size) => (1, 1);
}

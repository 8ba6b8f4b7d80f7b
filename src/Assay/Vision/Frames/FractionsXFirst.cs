namespace Assay.Vision.Frames;

/// <summary><c>[xmin, ymin, xmax, ymax]</c>, each 0 to 1 of its side: what Assay asks of models that have no habit of their own; Moondream names the same sides.</summary>
public sealed class FractionsXFirst() : BoxFrame("fractions-x-first", "fractions of 0 to 1, x first", BoxOrder.XFirst, BoxUnit.Fraction)
{
    public override (double Across, double Down) Extent(ImageSize size) => (1, 1);
}

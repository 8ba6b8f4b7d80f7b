namespace Assay.Vision.Frames;

/// <summary><c>[ymin, xmin, ymax, xmax]</c>, each 0 to 1000 of its side: what Gemini is trained to write under <c>box_2d</c>. Source: ai.google.dev, image understanding.</summary>
public sealed class ThousandthsYFirst() : BoxFrame("thousandths-y-first", "0 to 1000, y first", BoxOrder.YFirst, BoxUnit.Thousandth)
{
    public override (double Across, double Down) Extent(ImageSize size) => (1000, 1000);
}

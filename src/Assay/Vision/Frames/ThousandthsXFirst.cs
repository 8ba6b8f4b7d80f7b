namespace Assay.Vision.Frames;

/// <summary><c>[xmin, ymin, xmax, ymax]</c>, each 0 to 1000 of its side: Qwen2-VL, Qwen3-VL, GLM-V, InternVL, Amazon Nova. Models that end at 999 are read with it too, at most a thousandth off.</summary>
public sealed class ThousandthsXFirst() : BoxFrame("thousandths-x-first", "0 to 1000, x first", BoxOrder.XFirst, BoxUnit.Thousandth)
{
    public override (double Across, double Down) Extent(ImageSize size) => (1000, 1000);
}

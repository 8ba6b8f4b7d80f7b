namespace Assay.Vision.Frames;

/// <summary>
/// Four tokens <c>&lt;loc_123&gt;</c>, left, top, right, bottom, each one of 1,000 bins of its side and meaning its middle: Florence-2.
/// Source: processing_florence2.py of microsoft/Florence-2-large, BoxQuantizer.
/// </summary>
public sealed class BinsXFirst() : BoxFrame("bins-1000", "tokens <loc_0> to <loc_999>, x first", BoxOrder.XFirst, BoxUnit.Bin)
{
    public override bool BySight => false;

    public override bool Reads(BoxShape shape) => shape == BoxShape.BinsXFirst;

    protected override double Offset => 0.5;

    public override (double Across, double Down) Extent(ImageSize size) => (1000, 1000);
}

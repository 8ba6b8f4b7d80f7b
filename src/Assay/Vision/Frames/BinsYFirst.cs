namespace Assay.Vision.Frames;

/// <summary>Four tokens <c>&lt;loc0123&gt;</c>, top, left, bottom, right, each one of 1,024 bins of its side: PaliGemma. Source: big_vision, paligemma.</summary>
public sealed class BinsYFirst() : BoxFrame("bins-1024", "tokens <loc0000> to <loc1023>, y first", BoxOrder.YFirst, BoxUnit.Bin)
{
    public override bool BySight => false;

    public override bool Reads(BoxShape shape) => shape == BoxShape.BinsYFirst;

    public override (double Across, double Down) Extent(ImageSize size) => (1024, 1024);
}

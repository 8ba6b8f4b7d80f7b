namespace Assay.Vision.Frames;

/// <summary>
/// <c>[xmin, ymin, xmax, ymax]</c> in pixels of the image as GPT-4o and its kin scale it at high detail: into 2,048 × 2,048, then the short side
/// down to 768. Source: platform.openai.com, "Images and vision". Nowhere is it said that boxes count these pixels: it is offered, never chosen.
/// </summary>
public sealed class OpenAiPixels() : BoxFrame("pixels-openai", "pixels of the image as OpenAI scales it (short side 768), x first", BoxOrder.XFirst, BoxUnit.ResizedPixel)
{
    public override bool BySight => false;

    public override (double Across, double Down) Extent(ImageSize size)
    {
        var scale = Math.Min(1, 2048.0 / Math.Max(size.Width, size.Height));
        scale *= Math.Min(1, 768 / (scale * Math.Min(size.Width, size.Height)));
        return (size.Width * scale, size.Height * scale);
    }
}

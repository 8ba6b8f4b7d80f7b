namespace Assay.Vision.Frames;

/// <summary>
/// <c>[xmin, ymin, xmax, ymax]</c> in pixels of the image as the Qwen2-VL processor resizes it: both sides rounded to multiples of 28, then scaled
/// so that the pixels lie between 3,136 and <paramref name="mostPixels"/>. Source: transformers, image processing of Qwen2-VL, as Qwen2.5-VL runs it;
/// that boxes count these pixels: github.com/QwenLM/Qwen3-VL/issues/676.
/// </summary>
public sealed class SmartResizePixels(string id, string words, long mostPixels) : BoxFrame(id, words, BoxOrder.XFirst, BoxUnit.ResizedPixel)
{
    private const int Factor = 28;
    private const long FewestPixels = 56 * 56;

    public override bool BySight => false;

    public override (double Across, double Down) Extent(ImageSize size)
    {
        double width = size.Width, height = size.Height;
        var (across, down) = (Multiple(width, Math.Round), Multiple(height, Math.Round));
        if (across * down > mostPixels)
        {
            var shrink = Math.Sqrt(width * height / mostPixels);
            return (Multiple(width / shrink, Math.Floor), Multiple(height / shrink, Math.Floor));
        }
        if (across * down >= FewestPixels) return (across, down);
        var grow = Math.Sqrt(FewestPixels / (width * height));
        return (Multiple(width * grow, Math.Ceiling), Multiple(height * grow, Math.Ceiling));
    }

    private static double Multiple(double side, Func<double, double> round) => Math.Max(Factor, round(side / Factor) * Factor);
}

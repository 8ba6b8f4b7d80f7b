namespace Assay.Vision.Frames;

/// <summary>
/// <c>[xmin, ymin, xmax, ymax]</c> in pixels of the image as Claude resizes it: the largest size of the same proportions whose sides, filled up to
/// multiples of 28, stay within the long side and whose patches of 28 × 28 stay within the number of patches. The filling is to the right and below
/// and moves nothing. Source: platform.claude.com, "Coordinates and bounding boxes".
/// </summary>
public sealed class ClaudePixels(string id, string words, int longSide, int mostPatches) : BoxFrame(id, words, BoxOrder.XFirst, BoxUnit.ResizedPixel)
{
    private const int Patch = 28;

    public override bool BySight => false;

    public override (double Across, double Down) Extent(ImageSize size)
    {
        if (Fits(size.Width, size.Height)) return (size.Width, size.Height);
        var upright = size.Height > size.Width;
        var (longer, shorter) = upright ? (size.Height, size.Width) : (size.Width, size.Height);
        var proportion = (double)longer / shorter;
        int least = 1, most = longer;
        while (least + 1 < most)
        {
            var middle = (least + most) / 2;
            if (Fits(middle, Short(middle))) least = middle;
            else most = middle;
        }
        return upright ? (Short(least), least) : (least, Short(least));

        int Short(int side) => Math.Max(1, (int)Math.Round(side / proportion));
    }

    private bool Fits(int width, int height)
    {
        long across = Patches(width), down = Patches(height);
        return across * Patch <= longSide && down * Patch <= longSide && across * down <= mostPatches;
    }

    private static int Patches(int side) => (side - 1) / Patch + 1;
}

using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>
/// Where the lines of text are. The model gives each pixel a probability of lying in the core of a line ("differentiable binarization", arXiv:1911.08947);
/// connected pixels above a threshold become rectangles, which are grown to the whole line, because the core is smaller than the line by a known ratio.
/// </summary>
internal sealed class TextFinder(OnnxModel model)
{
    // The values that PaddleOCR's own pipeline uses.
    private const float PixelThreshold = 0.3f, BoxThreshold = 0.5f;
    private const double Growth = 1.6;
    private const int SmallestCore = 3, SmallestLine = 5, Step = 32;

    // Small pictures are enlarged, because small letters are missed; large ones are made smaller, because time grows with the area.
    private const int ShortSide = 640, LongSide = 1536, MostEnlarged = 4;

    // The channels are blue, green, red, as the models were trained.
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f], Deviation = [0.229f, 0.224f, 0.225f];

    public IReadOnlyList<Quad> Find(Pixels picture)
    {
        var (width, height) = SizeFor(picture);
        var map = model.Run(Tensors.FromPicture(picture.Resize(width, height), Mean, Deviation), [1, 3, height, width]);
        var found = new List<Quad>();
        foreach (var outline in Regions.Of(map.Values, width, height, PixelThreshold))
        {
            var core = Quad.Around(outline);
            if (Math.Min(core.Width, core.Height) < SmallestCore || Score(map.Values, width, height, core) < BoxThreshold) continue;
            var line = core.Grow(core.Width * core.Height * Growth / (2 * (core.Width + core.Height)));
            if (Math.Min(line.Width, line.Height) >= SmallestLine) found.Add(line.Each(p => new(p.X * picture.Width / width, p.Y * picture.Height / height)));
        }
        return found;
    }

    private static (int Width, int Height) SizeFor(Pixels picture)
    {
        var (shortest, longest) = (Math.Min(picture.Width, picture.Height), Math.Max(picture.Width, picture.Height));
        var scale = Math.Clamp((double)ShortSide / shortest, 1, MostEnlarged);
        scale = Math.Min(scale, (double)LongSide / longest);
        return (Side(picture.Width * scale), Side(picture.Height * scale));
    }

    private static int Side(double pixels) => Math.Max(Step, (int)Math.Round(pixels / Step) * Step);

    private static float Score(float[] map, int width, int height, Quad core)
    {
        var (left, top, right, bottom) = core.Bounds();
        var (sum, count) = (0.0, 0);
        for (var y = Math.Max(0, (int)top); y <= Math.Min(height - 1, (int)bottom); y++)
        {
            for (var x = Math.Max(0, (int)left); x <= Math.Min(width - 1, (int)right); x++)
                if (core.Contains(new(x + 0.5, y + 0.5))) (sum, count) = (sum + map[y * width + x], count + 1);
        }
        return count == 0 ? 0 : (float)(sum / count);
    }
}

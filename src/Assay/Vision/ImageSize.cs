using Assay.Calls;

namespace Assay.Vision;

/// <summary>Width and height of an upright image, in pixels; both 1 and above.</summary>
public sealed record ImageSize
{
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public ImageSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
    }

    public int Width { get; }

    public int Height { get; }

    public static ImageSize Of(SentImage image) => new(image.Width, image.Height);

    public override string ToString() => $"{Width} × {Height}";
}

using Assay.Vision.Frames;

namespace Assay.Vision;

/// <summary>Every convention that is known, those first that are taken first where nothing tells two apart.</summary>
public static class BoxFrames
{
    public static BoxFrame ThousandthsXFirst { get; } = new ThousandthsXFirst();

    public static BoxFrame ThousandthsYFirst { get; } = new ThousandthsYFirst();

    public static BoxFrame FractionsXFirst { get; } = new FractionsXFirst();

    public static BoxFrame FractionsYFirst { get; } = new FractionsYFirst();

    public static BoxFrame FractionsSize { get; } = new FractionsSize();

    public static BoxFrame FractionsCentre { get; } = new FractionsCentre();

    public static BoxFrame Pixels { get; } = new PixelsXFirst();

    public static BoxFrame PixelsSize { get; } = new PixelsSize();

    public static BoxFrame PixelsCentre { get; } = new PixelsCentre();

    /// <summary>As Qwen2.5-VL sees it with the limits of its published processor.</summary>
    public static BoxFrame QwenPixels { get; } = new SmartResizePixels("pixels-28", "pixels of the image resized to multiples of 28, x first", 16384L * 28 * 28);

    /// <summary>The same where a host caps images at 1,280 patches, as some do by default.</summary>
    public static BoxFrame QwenCappedPixels { get; } = new SmartResizePixels("pixels-28-capped", "pixels of the image resized to multiples of 28 and at most 1,280 patches, x first", 1280L * 28 * 28);

    public static BoxFrame ClaudePixels { get; } = new ClaudePixels("pixels-claude", "pixels of the image as Claude resizes it (long side 1,568), x first", 1568, 1568);

    /// <summary>For Claude 4.7 and later.</summary>
    public static BoxFrame ClaudeLargePixels { get; } = new ClaudePixels("pixels-claude-large", "pixels of the image as Claude 4.7 and later resize it (long side 2,576), x first", 2576, 4784);

    public static BoxFrame OpenAiPixels { get; } = new OpenAiPixels();

    public static BoxFrame BinsYFirst { get; } = new BinsYFirst();

    public static BoxFrame BinsXFirst { get; } = new BinsXFirst();

    public static IReadOnlyList<BoxFrame> All { get; } =
    [
        FractionsXFirst, FractionsYFirst, FractionsSize, FractionsCentre, ThousandthsXFirst, ThousandthsYFirst, Pixels, PixelsSize, PixelsCentre,
        QwenPixels, QwenCappedPixels, ClaudePixels, ClaudeLargePixels, OpenAiPixels, BinsYFirst, BinsXFirst,
    ];

    /// <summary>The frame of this id, else null.</summary>
    public static BoxFrame? Find(string? id) => All.FirstOrDefault(f => f.Id == id);
}

namespace Assay.Adapters.Images;

/// <summary>How large an image may be, before it is read and when it is sent.</summary>
public sealed record ImageLimits
{
    /// <summary>Of the file as it comes, bytes.</summary>
    public long MostBytes { get; init; } = 20_000_000;

    /// <summary>Width times height as the file says them, looked at before a pixel is read. 50 million is a large photograph of a telephone.</summary>
    public long MostPixels { get; init; } = 50_000_000;

    /// <summary>Of the pixels as they lie in memory: an image of 16 bits a colour takes twice as much.</summary>
    public long MostMemory { get; init; } = 256_000_000;

    /// <summary>An image whose longer side is longer than this is made smaller before it is sent. Pixels, 16 to 8192. Models take less or more; what each is sent is shown.</summary>
    public int LongSide { get; init; } = 2048;

    /// <summary>Of the file that is sent, bytes; an image that needs more is made smaller. Several hosts refuse more than 5 MB.</summary>
    public int MostSentBytes { get; init; } = 4_500_000;

    /// <summary>Sent as PNG up to this size; a photograph without transparency that needs more is sent as JPEG. Bytes.</summary>
    public int MostPngBytes { get; init; } = 1_500_000;

    /// <summary>A JPEG of at most so many pixels is sent as PNG, because encoding it anew as JPEG would show.</summary>
    public int SmallPixels { get; init; } = 65_536;

    /// <exception cref="ImageRefusedException">With the numbers, what is allowed and the fix.</exception>
    internal void Check(int width, int height, int pixelBytes)
    {
        var pixels = (long)width * height;
        if (pixels > MostPixels) throw new ImageRefusedException(ImageRefusal.TooLarge, $"The image has {width:#,0} × {height:#,0} = {pixels:#,0} pixels; at most {MostPixels:#,0} are read. Save it smaller.");
        if (pixels * pixelBytes > MostMemory) throw new ImageRefusedException(ImageRefusal.TooLarge, $"The image takes {pixels * pixelBytes:#,0} bytes once read ({pixelBytes} a pixel); at most {MostMemory:#,0} are allowed. Save it smaller, or with 8 bits a colour.");
    }
}

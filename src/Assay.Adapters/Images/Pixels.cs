namespace Assay.Adapters.Images;

/// <summary>Bare pixels, as a local engine takes them.</summary>
/// <param name="Width">1 and above.</param>
/// <param name="Height">1 and above.</param>
/// <param name="Rgb">Rows from the top without padding, three bytes a pixel: red, green, blue.</param>
public sealed record Pixels(int Width, int Height, byte[] Rgb)
{
    /// <summary>The same on a canvas of this size, in the middle, with one grey around it.</summary>
    /// <param name="width">At least <see cref="Width"/>.</param>
    /// <param name="height">At least <see cref="Height"/>.</param>
    /// <param name="grey">0 to 255.</param>
    /// <returns>The canvas, and where on it the picture begins: a place found on the canvas less this is the place on the picture.</returns>
    public (Pixels Canvas, int Left, int Top) OnCanvas(int width, int height, byte grey)
    {
        if (width < Width || height < Height) throw new ArgumentOutOfRangeException(nameof(width), $"A canvas of {width} × {height} does not hold {Width} × {Height} pixels.");
        var (left, top) = ((width - Width) / 2, (height - Height) / 2);
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, grey);
        for (var y = 0; y < Height; y++) Rgb.AsSpan(y * Width * 3, Width * 3).CopyTo(rgb.AsSpan(((y + top) * width + left) * 3));
        return (new(width, height, rgb), left, top);
    }
}

/// <summary>How an image is brought to a size.</summary>
public enum PixelFit
{
    NotDecided = 0,

    /// <summary>Keeps its shape, lies within the size, and is never made larger.</summary>
    Within,

    /// <summary>Keeps its shape and is made as large as the size allows, larger than it was where need be.</summary>
    Fill,

    /// <summary>Exactly the size, whatever that does to its shape.</summary>
    Stretch,
}

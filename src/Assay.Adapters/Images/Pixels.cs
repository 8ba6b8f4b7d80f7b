namespace Assay.Adapters.Images;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels, 1 and above.</param>
/// <param name="Height">Pixels, 1 and above.</param>
/// <param name="Rgb">Rows from the top, pixels from the left, three bytes each: red, green, blue. Of length <paramref name="Width"/> × <paramref name="Height"/> × 3.</param>
public sealed record Pixels(int Width, int Height, byte[] Rgb);

using System.Globalization;

namespace Assay.Host.Playground;

/// <summary>Boxes in words.</summary>
public static class BoxText
{
    private const int Longest = 40;

    /// <summary>"dog 0.91"; a label of a model's may be as long as it likes, and is cut.</summary>
    public static string Of(BoxView box)
    {
        var label = box.Label.Length == 0 ? "no label" : box.Label.Length > Longest ? box.Label[..(Longest - 1)] + "…" : box.Label;
        return box.Score is { } score ? $"{label} {score.ToString("0.00", CultureInfo.InvariantCulture)}" : label;
    }

    public static string Pixels(double pixels) => Math.Round(pixels, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}

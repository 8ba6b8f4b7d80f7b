using System.Diagnostics.CodeAnalysis;

namespace Assay.Vision;

/// <summary>
/// A rectangle on an upright image: fractions of its width and height from 0 to 1, origin at the top left, x to the right, y down.
/// Always has an area: left is below right and top is below bottom.
/// </summary>
public sealed record Box
{
    /// <exception cref="ArgumentException">A side is not a number from 0 to 1, or the box has no width or no height.</exception>
    public Box(double x0, double y0, double x1, double y1)
    {
        if (Fault(x0, y0, x1, y1) is { } fault) throw new ArgumentException($"({x0}, {y0}, {x1}, {y1}) is not a box: {fault}.", nameof(x0));
        (X0, Y0, X1, Y1) = (x0, y0, x1, y1);
    }

    /// <summary>Left edge.</summary>
    public double X0 { get; }

    /// <summary>Top edge.</summary>
    public double Y0 { get; }

    /// <summary>Right edge.</summary>
    public double X1 { get; }

    /// <summary>Bottom edge.</summary>
    public double Y1 { get; }

    public double Width => X1 - X0;

    public double Height => Y1 - Y0;

    /// <summary>Share of the image, above 0 to 1.</summary>
    public double Area => Width * Height;

    /// <summary>False, with why in words, where the four are no box.</summary>
    public static bool TryCreate(double x0, double y0, double x1, double y1, [NotNullWhen(true)] out Box? box, [NotNullWhen(false)] out string? why)
    {
        why = Fault(x0, y0, x1, y1);
        box = why is null ? new(x0, y0, x1, y1) : null;
        return box is not null;
    }

    /// <summary>Intersection over union: 0 where the two share no area, 1 where they are the same. Scaling either axis does not change it.</summary>
    public double Iou(Box other)
    {
        var width = Math.Min(X1, other.X1) - Math.Max(X0, other.X0);
        var height = Math.Min(Y1, other.Y1) - Math.Max(Y0, other.Y0);
        if (width <= 0 || height <= 0) return 0;
        var shared = width * height;
        return Math.Min(1, shared / (Area + other.Area - shared));
    }

    private static string? Fault(double x0, double y0, double x1, double y1)
    {
        foreach (var side in (ReadOnlySpan<double>)[x0, y0, x1, y1])
        {
            if (!double.IsFinite(side)) return "a side is not a number";
            if (side is < 0 or > 1) return "a side lies outside the image";
        }
        if (x1 <= x0) return x1 == x0 ? "it has no width" : "its right edge is left of its left edge";
        if (y1 <= y0) return y1 == y0 ? "it has no height" : "its bottom edge is above its top edge";
        return (x1 - x0) * (y1 - y0) > 0 ? null : "it has no area";
    }
}

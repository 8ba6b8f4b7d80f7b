using Assay.Units;

namespace Assay.Vision;

/// <summary>
/// A convention of writing boxes: the order of the four numbers and what they count. One sealed class per convention in <c>Frames</c>.
/// Immutable; safe for many threads.
/// </summary>
/// <param name="id">Short and stable: permalinks and records keep it.</param>
/// <param name="words">For people, fits after "read as".</param>
public abstract class BoxFrame(string id, string words, BoxOrder order, BoxUnit unit)
{
    /// <summary>What lies over an edge by at most this share of the image is cut there, and said.</summary>
    public const double Slack = 0.01;

    public string Id => id;

    public string Words => words;

    public BoxOrder Order => order;

    public BoxUnit Unit => unit;

    /// <summary>Whether a frame may be chosen by fit alone. False for frames that only make sense for models known to see such an image.</summary>
    public virtual bool BySight => true;

    /// <summary>What the numbers reach to across and down, for an image of this size.</summary>
    public abstract (double Across, double Down) Extent(ImageSize size);

    /// <summary>Added to a number before it is divided; half a bin for frames whose numbers name bins.</summary>
    protected virtual double Offset => 0;

    /// <summary>Whether a list of four, or four tokens, may mean this. Named sides have their order told and leave only the unit open.</summary>
    public virtual bool Reads(BoxShape shape) => shape == BoxShape.List || (order == BoxOrder.XFirst && shape is (BoxShape.Corners or BoxShape.Size or BoxShape.Centre));

    /// <summary>The box on the image, or why there is none. What the shape tells of the order goes before the frame's own order.</summary>
    public PlacedBox Place(BoxNumbers numbers, ImageSize size)
    {
        if (!double.IsFinite(numbers.A + numbers.B + numbers.C + numbers.D)) return new PlacedBox.Refused("not four numbers");
        var (across, down) = Extent(size);
        var (x0, y0, x1, y1) = Sides(numbers);
        (x0, y0, x1, y1) = ((x0 + Offset) / across, (y0 + Offset) / down, (x1 + Offset) / across, (y1 + Offset) / down);
        if ((Outside(x0, across, "left edge") ?? Outside(y0, down, "top edge") ?? Outside(x1, across, "right edge") ?? Outside(y1, down, "bottom edge")) is { } outside)
            return new PlacedBox.Refused(outside);
        var over = Math.Max(Math.Max(Over(x0), Over(y0)), Math.Max(Over(x1), Over(y1)));
        return Box.TryCreate(Math.Clamp(x0, 0, 1), Math.Clamp(y0, 0, 1), Math.Clamp(x1, 0, 1), Math.Clamp(y1, 0, 1), out var box, out var why)
            ? new PlacedBox.Placed(box, over)
            : new PlacedBox.Refused(why);
    }

    /// <summary>The numbers that say this box in this frame: the reverse of <see cref="Place"/>, unrounded.</summary>
    public BoxNumbers Write(Box box, ImageSize size)
    {
        var (across, down) = Extent(size);
        var (x0, y0, x1, y1) = (box.X0 * across - Offset, box.Y0 * down - Offset, box.X1 * across - Offset, box.Y1 * down - Offset);
        return order switch
        {
            BoxOrder.XFirst => new(x0, y0, x1, y1),
            BoxOrder.YFirst => new(y0, x0, y1, x1),
            BoxOrder.Size => new(x0, y0, x1 - x0, y1 - y0),
            _ => new((x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0),
        };
    }

    private (double X0, double Y0, double X1, double Y1) Sides(BoxNumbers n) => (n.Shape, order) switch
    {
        (BoxShape.Corners, _) => (n.A, n.B, n.C, n.D),
        (BoxShape.Size, _) or (_, BoxOrder.Size) => (n.A, n.B, n.A + n.C, n.B + n.D),
        (BoxShape.Centre, _) or (_, BoxOrder.Centre) => (n.A - n.C / 2, n.B - n.D / 2, n.A + n.C / 2, n.B + n.D / 2),
        (_, BoxOrder.YFirst) => (n.B, n.A, n.D, n.C),
        _ => (n.A, n.B, n.C, n.D),
    };

    private static double Over(double side) => Math.Max(0, Math.Max(-side, side - 1));

    // A hair is given so that a box exactly one per cent over is cut, whatever the division left behind.
    private static string? Outside(double side, double extent, string name) =>
        Over(side) <= Slack + 1e-9 ? null : $"its {name} at {Round(side * extent)} lies outside 0 to {Round(extent)}";

    private static string Round(double number) => Math.Abs(number) < 1e15 ? Format.Exact(Math.Round((decimal)number, 3)) : "a huge number";
}

/// <summary>Four numbers put on the image, or refused with why.</summary>
public abstract record PlacedBox
{
    private PlacedBox()
    {
    }

    /// <param name="Over">By how much, as a share of the image, the numbers lay over an edge before they were cut there; 0 to <see cref="BoxFrame.Slack"/>.</param>
    public sealed record Placed(Box Box, double Over) : PlacedBox;

    public sealed record Refused(string Why) : PlacedBox;
}

/// <summary>The order of the four numbers of a list.</summary>
public enum BoxOrder
{
    /// <summary>Left, top, right, bottom.</summary>
    XFirst = 0,

    /// <summary>Top, left, bottom, right.</summary>
    YFirst = 1,

    /// <summary>Left, top, width, height.</summary>
    Size = 2,

    /// <summary>Centre across, centre down, width, height.</summary>
    Centre = 3,
}

/// <summary>What the numbers of a frame count.</summary>
public enum BoxUnit
{
    /// <summary>0 to 1 of each side.</summary>
    Fraction = 0,

    /// <summary>0 to 1000 of each side.</summary>
    Thousandth = 1,

    /// <summary>Pixels of the image that was sent.</summary>
    Pixel = 2,

    /// <summary>Pixels of the image as a provider resizes it before the model sees it.</summary>
    ResizedPixel = 3,

    /// <summary>Bins that tokens name.</summary>
    Bin = 4,
}

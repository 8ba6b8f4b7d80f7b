using System.Globalization;

namespace Assay.Vision;

/// <summary>The four numbers of a box as a reply has them, before anyone knows what they count.</summary>
public sealed record BoxNumbers(double A, double B, double C, double D, BoxShape Shape = BoxShape.List)
{
    public double Largest => Math.Max(Math.Max(A, B), Math.Max(C, D));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{A:0.####}, {B:0.####}, {C:0.####}, {D:0.####}]");
}

/// <summary>What the form of a reply tells of the order of the four numbers.</summary>
public enum BoxShape
{
    /// <summary>A list: the order is not told.</summary>
    List = 0,

    /// <summary>Left, top, right, bottom, by their names.</summary>
    Corners = 1,

    /// <summary>Left, top, width, height, by their names.</summary>
    Size = 2,

    /// <summary>Centre across, centre down, width, height, by their names.</summary>
    Centre = 3,

    /// <summary>Four tokens <c>&lt;loc0123&gt;</c>.</summary>
    BinsYFirst = 4,

    /// <summary>Four tokens <c>&lt;loc_123&gt;</c>.</summary>
    BinsXFirst = 5,
}

namespace Assay.Drawing.Suites;

/// <summary>
/// Points by angle and distance. Sines differ between machines in their last digit: all that comes from them is rounded to a thousandth of a
/// pixel before anything is decided by it.
/// </summary>
internal static class Polar
{
    /// <param name="degrees">Clockwise; 0 points right, -90 up.</param>
    public static (double X, double Y) At(double x, double y, double radius, double degrees) =>
        (Rounded(x + radius * Math.Cos(degrees * Math.PI / 180)), Rounded(y + radius * Math.Sin(degrees * Math.PI / 180)));

    /// <summary>A point turned about another.</summary>
    public static (double X, double Y) Turned(double x, double y, double aboutX, double aboutY, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        return (Rounded(aboutX + (x - aboutX) * cosine - (y - aboutY) * sine), Rounded(aboutY + (x - aboutX) * sine + (y - aboutY) * cosine));
    }

    public static double Distance(double x1, double y1, double x2, double y2) => Math.Sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2));

    /// <summary>How far a point is from the nearest point of a line between two ends.</summary>
    public static double FromLine(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = dx * dx + dy * dy;
        var along = length == 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1);
        return Distance(x, y, from.X + along * dx, from.Y + along * dy);
    }

    public static double Rounded(double length) => Math.Round(length, 3);
}

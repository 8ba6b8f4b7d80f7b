namespace Assay.Drawing.Suites;

/// <summary>A closed shape of straight sides: what is drawn and what is reckoned with are one thing.</summary>
public sealed class Outline
{
    private readonly (double X, double Y)[] corners;

    public Outline(params IEnumerable<(double X, double Y)> corners)
    {
        this.corners = [.. corners];
        (Left, Right) = (this.corners.Min(c => c.X), this.corners.Max(c => c.X));
        (Top, Bottom) = (this.corners.Min(c => c.Y), this.corners.Max(c => c.Y));
    }

    public ReadOnlySpan<(double X, double Y)> Corners => corners;
    public double Left { get; }
    public double Right { get; }
    public double Top { get; }
    public double Bottom { get; }

    public static Outline Circle(double x, double y, double radius) => Regular(x, y, radius, 36, 0);

    public static Outline Regular(double x, double y, double radius, int corners, double turned) =>
        new(Enumerable.Range(0, corners).Select(i => Polar.At(x, y, radius, turned + i * 360.0 / corners)));

    public static Outline Star(double x, double y, double radius, double turned) =>
        new(Enumerable.Range(0, 10).Select(i => Polar.At(x, y, i % 2 == 0 ? radius : radius * 0.45, turned + i * 36)));

    /// <summary>A rectangle about its centre.</summary>
    public static Outline Box(double x, double y, double width, double height, double turned)
    {
        var (wide, tall) = (width / 2, height / 2);
        return new(Corner(-wide, -tall), Corner(wide, -tall), Corner(wide, tall), Corner(-wide, tall));

        (double X, double Y) Corner(double across, double down) => Polar.Turned(x + across, y + down, x, y, turned);
    }

    /// <summary>Whether a point lies in it.</summary>
    public bool Holds(double x, double y)
    {
        if (x < Left || x > Right || y < Top || y > Bottom) return false;
        var inside = false;
        for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++)
        {
            var ((xi, yi), (xj, yj)) = (corners[i], corners[j]);
            if (yi > y != yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
        }
        return inside;
    }

    public bool Near(Outline other) => Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

    /// <summary>Of a thing, the share that nothing above it covers, 0 to 1: by 24 × 24 points over its box.</summary>
    public double Seen(IEnumerable<Outline> above)
    {
        const int points = 24;
        Outline[] over = [.. above.Where(Near)];
        var (all, seen) = (0, 0);
        for (var row = 0; row < points; row++)
        {
            for (var column = 0; column < points; column++)
            {
                var (x, y) = (Left + (column + 0.5) * (Right - Left) / points, Top + (row + 0.5) * (Bottom - Top) / points);
                if (!Holds(x, y)) continue;
                all++;
                if (!Array.Exists(over, o => o.Holds(x, y))) seen++;
            }
        }
        return all == 0 ? 0 : (double)seen / all;
    }

    /// <summary>How far a point is from its nearest side, pixels.</summary>
    public double Distance(double x, double y)
    {
        var nearest = double.MaxValue;
        for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++) nearest = Math.Min(nearest, Polar.FromLine(x, y, corners[j], corners[i]));
        return nearest;
    }
}

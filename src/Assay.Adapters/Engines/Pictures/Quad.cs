using System.Runtime.InteropServices;

namespace Assay.Adapters.Engines.Pictures;

/// <summary>A rectangle that may lean; its corners named as they stand when it is read.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quad(Point UpperLeft, Point UpperRight, Point LowerRight, Point LowerLeft)
{
    public double Width => (UpperRight - UpperLeft).Length;

    public double Height => (LowerLeft - UpperLeft).Length;

    public Point Centre => (UpperLeft + LowerRight) * 0.5;

    public Quad Each(Func<Point, Point> change) => new(change(UpperLeft), change(UpperRight), change(LowerRight), change(LowerLeft));

    /// <summary>Every side moved outwards.</summary>
    public Quad Grow(double by)
    {
        var (right, down) = (Unit(UpperRight - UpperLeft) * by, Unit(LowerLeft - UpperLeft) * by);
        return new(UpperLeft - right - down, UpperRight + right - down, LowerRight + right + down, LowerLeft - right + down);
    }

    /// <summary>Left, top, right and bottom of the upright rectangle around it.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds()
    {
        Span<double> xs = [UpperLeft.X, UpperRight.X, LowerRight.X, LowerLeft.X], ys = [UpperLeft.Y, UpperRight.Y, LowerRight.Y, LowerLeft.Y];
        xs.Sort();
        ys.Sort();
        return (xs[0], ys[0], xs[3], ys[3]);
    }

    public bool Contains(Point point)
    {
        var (from, right, down) = (point - UpperLeft, UpperRight - UpperLeft, LowerLeft - UpperLeft);
        return Within(from, right) && Within(from, down);

        static bool Within(Point from, Point side) => from.X * side.X + from.Y * side.Y is var along && along >= 0 && along <= side.X * side.X + side.Y * side.Y;
    }

    /// <summary>The smallest rectangle around some points, whatever way it leans, as it would be read by someone who holds the head straight.</summary>
    /// <param name="points">One and more.</param>
    public static Quad Around(IReadOnlyList<Point> points)
    {
        var hull = Hull(points);
        var best = (Area: double.MaxValue, Quad: default(Quad));
        for (var i = 0; i < hull.Count; i++)
        {
            var side = hull[(i + 1) % hull.Count] - hull[i];
            var right = side.Length < 1e-9 ? new Point(1, 0) : Unit(side);
            var found = Along(hull, right);
            if (found.Width * found.Height is var area && area < best.Area) best = (area, found);
        }
        return best.Quad.Upright();
    }

    /// <summary>The same rectangle with the corner names of one whose upper side leans by at most 45°.</summary>
    private Quad Upright()
    {
        var quad = this;
        for (var i = 0; i < 3 && !(quad.UpperRight - quad.UpperLeft is var top && top.X > 0 && top.X >= Math.Abs(top.Y)); i++)
            quad = new(quad.UpperRight, quad.LowerRight, quad.LowerLeft, quad.UpperLeft);
        return quad;
    }

    private static Quad Along(List<Point> hull, Point right)
    {
        var down = new Point(-right.Y, right.X);
        var (left, far, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var p in hull)
        {
            var (x, y) = (p.X * right.X + p.Y * right.Y, p.X * down.X + p.Y * down.Y);
            (left, far, top, bottom) = (Math.Min(left, x), Math.Max(far, x), Math.Min(top, y), Math.Max(bottom, y));
        }
        return new(right * left + down * top, right * far + down * top, right * far + down * bottom, right * left + down * bottom);
    }

    /// <summary>The convex hull, by Andrew's monotone chain.</summary>
    private static List<Point> Hull(IReadOnlyList<Point> points)
    {
        var sorted = points.Distinct().OrderBy(p => p.X).ThenBy(p => p.Y).ToArray();
        if (sorted.Length < 3) return [.. sorted];
        var hull = Chain(sorted);
        var upper = Chain(sorted.Reverse());
        hull.RemoveAt(hull.Count - 1);
        upper.RemoveAt(upper.Count - 1);
        return [.. hull, .. upper];
    }

    private static List<Point> Chain(IEnumerable<Point> sorted)
    {
        var chain = new List<Point>();
        foreach (var p in sorted)
        {
            while (chain.Count >= 2 && (chain[^1] - chain[^2], p - chain[^1]) is var (a, b) && a.X * b.Y - a.Y * b.X <= 0) chain.RemoveAt(chain.Count - 1);
            chain.Add(p);
        }
        return chain;
    }

    private static Point Unit(Point p) => p.Length < 1e-9 ? new(0, 0) : p * (1 / p.Length);
}

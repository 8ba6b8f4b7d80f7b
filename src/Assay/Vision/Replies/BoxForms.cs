using System.Globalization;

namespace Assay.Vision.Replies;

/// <summary>The forms in which a value says one box: four numbers, named sides, two corners, a polygon, or a text of these.</summary>
internal static class BoxForms
{
    private static readonly (string[] Keys, BoxShape Shape)[] Sides =
    [
        (["x0", "y0", "x1", "y1"], BoxShape.Corners),
        (["x1", "y1", "x2", "y2"], BoxShape.Corners),
        (["xmin", "ymin", "xmax", "ymax"], BoxShape.Corners),
        (["minx", "miny", "maxx", "maxy"], BoxShape.Corners),
        (["left", "top", "right", "bottom"], BoxShape.Corners),
        (["xstart", "ystart", "xend", "yend"], BoxShape.Corners),
        (["cx", "cy", "width", "height"], BoxShape.Centre),
        (["cx", "cy", "w", "h"], BoxShape.Centre),
        (["xcenter", "ycenter", "width", "height"], BoxShape.Centre),
        (["centerx", "centery", "width", "height"], BoxShape.Centre),
        (["x", "y", "width", "height"], BoxShape.Size),
        (["x", "y", "w", "h"], BoxShape.Size),
        (["left", "top", "width", "height"], BoxShape.Size),
        (["xmin", "ymin", "width", "height"], BoxShape.Size),
    ];

    private static readonly (string First, string Second)[] CornerNames = [("topleft", "bottomright"), ("min", "max"), ("start", "end"), ("p1", "p2")];

    /// <summary>The numbers of a value that is one box; null where it is none.</summary>
    public static BoxNumbers? One(LooseValue value) => value switch
    {
        LooseValue.List list => Four(list) ?? Points(list),
        LooseValue.Map map => Named(map),
        LooseValue.Text text => Written(text.Value),
        _ => null,
    };

    public static BoxNumbers? Named(LooseValue.Map map)
    {
        foreach (var (keys, shape) in Sides)
        {
            if (Number(map.Get(keys[0])) is { } a && Number(map.Get(keys[1])) is { } b && Number(map.Get(keys[2])) is { } c && Number(map.Get(keys[3])) is { } d) return new(a, b, c, d, shape);
        }
        foreach (var (first, second) in CornerNames)
        {
            if (map.Get(first) is { } from && map.Get(second) is { } to && Point(from) is { } p && Point(to) is { } q) return new(p.A, p.B, q.A, q.B, p.Named ? BoxShape.Corners : BoxShape.List);
        }
        return null;
    }

    /// <summary>Whether a map names at least two sides, so that it means to be a box even where it is not a whole one.</summary>
    public static bool MeansSides(LooseValue.Map map) => Sides.Any(s => s.Keys.Count(k => map.Get(k) is LooseValue.Number or LooseValue.Text) >= 3);

    public static BoxNumbers? Four(LooseValue.List list) =>
        list.Items.Count == 4 && Number(list.Items[0]) is { } a && Number(list.Items[1]) is { } b && Number(list.Items[2]) is { } c && Number(list.Items[3]) is { } d ? new(a, b, c, d) : null;

    /// <summary>A number, or a text that is one; NaN where the reply says so. Null for anything else.</summary>
    public static double? Number(LooseValue? value) => value switch
    {
        LooseValue.Number { Whole: true } number => number.Value,
        LooseValue.Text { Whole: true } text when double.TryParse(text.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Two corners, or a polygon of which the box is the hull. A flat list of eight is four points.</summary>
    private static BoxNumbers? Points(LooseValue.List list)
    {
        var points = list.Items.Count == 8 && list.Items.All(i => Number(i) is not null)
            ? [.. Enumerable.Range(0, 4).Select(i => (Corner?)new Corner(Number(list.Items[2 * i])!.Value, Number(list.Items[2 * i + 1])!.Value, false))]
            : list.Items.Select(Point).ToArray();
        if (points.Length < 2 || points.Any(p => p is null)) return null;
        var shape = points.All(p => p!.Value.Named) ? BoxShape.Corners : BoxShape.List;
        return points.Length == 2
            ? new(points[0]!.Value.A, points[0]!.Value.B, points[1]!.Value.A, points[1]!.Value.B, shape)
            : new(points.Min(p => p!.Value.A), points.Min(p => p!.Value.B), points.Max(p => p!.Value.A), points.Max(p => p!.Value.B), shape);
    }

    private static Corner? Point(LooseValue value) => value switch
    {
        LooseValue.List { Items: [var first, var second] } when Number(first) is { } a && Number(second) is { } b => new(a, b, false),
        LooseValue.Map map when Number(map.Get("x")) is { } x && Number(map.Get("y")) is { } y => new(x, y, true),
        _ => null,
    };

    /// <summary>"[1, 2, 3, 4]", "1 2 3 4" or "(1,2),(3,4)": four numbers and nothing but brackets, commas and blanks.</summary>
    private static BoxNumbers? Written(string text)
    {
        var parts = text.Split([' ', ',', ';', '[', ']', '(', ')', '{', '}', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 4) return null;
        var numbers = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }
        return new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private readonly record struct Corner(double A, double B, bool Named);
}

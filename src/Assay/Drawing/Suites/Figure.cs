namespace Assay.Drawing.Suites;

/// <summary>A plain shape with a colour and a pattern.</summary>
/// <param name="Shape">One of <see cref="Shapes"/>.</param>
/// <param name="Colour">A name of the palette.</param>
/// <param name="Pattern">One of <see cref="Patterns"/>.</param>
internal sealed record Figure(string Shape, string Colour, double X, double Y, double Radius, double Turned = 0, string Pattern = "plain")
{
    public static readonly string[] Shapes = ["circle", "square", "triangle", "star", "hexagon", "cross"], Patterns = ["plain", "striped", "dotted"];

    public Outline Outline { get; } = Shape switch
    {
        "circle" => Outline.Circle(X, Y, Radius * 0.95),
        "square" => Outline.Regular(X, Y, Radius * 1.08, 4, Turned + 45),
        "triangle" => Outline.Regular(X, Y, Radius * 1.12, 3, Turned - 90),
        "star" => Outline.Star(X, Y, Radius * 1.12, Turned - 90),
        "hexagon" => Outline.Regular(X, Y, Radius, 6, Turned),
        "cross" => new(Enumerable.Range(0, 12).Select(i => Polar.Turned(X + CrossX[i] * Radius * 0.95, Y + CrossY[i] * Radius * 0.95, X, Y, Turned))),
        _ => throw new ArgumentException($"There is no shape '{Shape}'; there are {string.Join(", ", Shapes)}.", nameof(Shape)),
    };

    private static readonly double[]
        CrossX = [-.34, .34, .34, 1, 1, .34, .34, -.34, -.34, -1, -1, -.34],
        CrossY = [-1, -1, -.34, -.34, .34, .34, 1, 1, .34, .34, -.34, -.34];

    public void DrawOn(Sketch sketch)
    {
        var hex = Palette.Hex(Colour);
        sketch.Shape(new(Pattern == "plain" ? hex : "#fffdf8", Pattern == "plain" ? "#2b2a28" : hex, Pattern == "plain" ? 2 : 5), Outline.Corners);
        if (Pattern == "plain") return;
        var step = Pattern == "striped" ? 11.0 : 13.0;
        for (var y = Y - Radius; y <= Y + Radius; y += step)
            if (Pattern == "striped") Stripe(sketch, hex, y);
            else for (var x = X - Radius; x <= X + Radius; x += step)
                    if (Outline.Holds(x, y) && Outline.Distance(x, y) > 6) sketch.Oval(x, y, 3.6, 3.6, new(hex));
    }

    /// <summary>From one side to the other, as far as it is inside.</summary>
    private void Stripe(Sketch sketch, string hex, double y)
    {
        double? from = null;
        for (var x = X - Radius * 1.2; x <= X + Radius * 1.2; x++)
        {
            var inside = Outline.Holds(x, y);
            if (inside) from ??= x;
            if (inside || from is null) continue;
            sketch.Line(from.Value, y, x - 1, y, new(Stroke: hex, Pen: 4.5));
            from = null;
        }
    }
}

namespace Assay.Drawing;

/// <summary>The shapes by which the models of one comparison are told apart without their colours, by place from 0; the same on pages, charts and cards.</summary>
public static class ModelShape
{
    private static readonly string[] Shapes =
    [
        "<circle cx='6' cy='6' r='5'/>", "<rect x='1.5' y='1.5' width='9' height='9'/>", "<path d='M6 .8 11.4 11H.6z'/>",
        "<path d='M6 .4 11.6 6 6 11.6.4 6z'/>", "<path d='M6 11.2.6 1h10.8z'/>", "<path d='M4.2.8h3.6v3.4h3.4v3.6H7.8v3.4H4.2V7.8H.8V4.2h3.4z'/>",
        "<path d='M3.2 1h5.6L11.6 6 8.8 11H3.2L.4 6z'/>", "<path d='M2.6.8 6 4.2 9.4.8l1.8 1.8L7.8 6l3.4 3.4-1.8 1.8L6 7.8l-3.4 3.4L.8 9.4 4.2 6 .8 2.6z'/>",
    ];

    /// <summary>An SVG element in a box of 12 × 12.</summary>
    public static string Svg(int place) => Shapes[place % Shapes.Length];

    /// <summary>The first six in a sketch.</summary>
    /// <param name="r">Half of its size, pixels.</param>
    internal static void Draw(Sketch sketch, int place, double x, double y, double r, Ink ink)
    {
        switch (place % 6)
        {
            case 0: sketch.Oval(x, y, r, r, ink); break;
            case 1: sketch.Box(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, ink); break;
            case 2: sketch.Shape(ink, (x, y - r), (x + r, y + r), (x - r, y + r)); break;
            case 3: sketch.Shape(ink, (x, y - r * 1.1), (x + r * 1.1, y), (x, y + r * 1.1), (x - r * 1.1, y)); break;
            case 4: sketch.Shape(ink, (x, y + r), (x - r, y - r), (x + r, y - r)); break;
            default: sketch.Box(x - r, y - r * 0.35, r * 2, r * 0.7, ink).Box(x - r * 0.35, y - r, r * 0.7, r * 2, ink); break;
        }
    }
}

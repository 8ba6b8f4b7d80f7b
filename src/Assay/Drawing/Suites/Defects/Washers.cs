namespace Assay.Drawing.Suites.Defects;

/// <summary>A tray of washers of which some are split.</summary>
internal sealed class Washers : ItemKind
{
    private const double Room = 660, Left = 30, Top = 30;

    public override string Id => "washers";

    public override string Tests => "How many washers on a tray are split; harder with more of them, thinner splits, and pen marks that do not go through.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (columns, rows) = wanted.By((4, 3), (6, 4), (8, 5));
        var cell = Room / columns;
        var sketch = new Sketch(720, (int)(rows * cell) + 60, "#4f5a52");
        sketch.Box(Left - 14, Top - 14, Room + 28, rows * cell + 28, new("#67736a", "#3a433d", 3), 14);
        var places = dice.Shuffled(Enumerable.Range(0, rows * columns));
        var split = dice.Between(1, wanted.By(3, 4, 6));
        var marked = wanted.By(0, 2, 4);
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y) = (Left + (places[i] % columns + 0.5) * cell, Top + (places[i] / columns + 0.5) * cell);
            var (outer, turned) = (cell * 0.38, dice.Below(360));
            sketch.Oval(x + 3, y + 4, outer, outer, new("#39423c")).Oval(x, y, outer, outer, new("#c3c8cb", "#7b8287", 2)).Oval(x, y, outer * 0.8, outer * 0.8, new("none", "#d9dddf", 2));
            sketch.Oval(x, y, outer * 0.45, outer * 0.45, new("#5c685f", "#7b8287", 2));
            if (i < split) Split(sketch, x, y, outer, turned, wanted.By(9.0, 7.0, 5.0));
            else if (i < split + marked) Marked(sketch, x, y, outer, turned);
        }
        return new(sketch, Ask.Number(dice, "count", dice.Pick((string[])["How many of the washers are split through?", "Count the washers that have a gap through their ring.", "Some of these rings are cut through from the rim to the hole. How many are?"]), split));
    }

    private static void Split(Sketch sketch, double x, double y, double outer, double turned, double pen)
    {
        var ((x1, y1), (x2, y2)) = (Polar.At(x, y, outer * 0.42, turned), Polar.At(x, y, outer * 1.04, turned + 6));
        sketch.Line(x1, y1, x2, y2, Ink.Pencil("#4d5851", pen));
    }

    /// <summary>A pen mark along the ring, which is no split.</summary>
    private static void Marked(Sketch sketch, double x, double y, double outer, double turned)
    {
        var ((x1, y1), (x2, y2)) = (Polar.At(x, y, outer * 0.72, turned - 22), Polar.At(x, y, outer * 0.72, turned + 22));
        sketch.Line(x1, y1, x2, y2, Ink.Pencil("#3553a0", 4));
    }
}

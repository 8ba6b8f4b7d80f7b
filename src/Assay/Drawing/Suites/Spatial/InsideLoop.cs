namespace Assay.Drawing.Suites.Spatial;

/// <summary>A loop of string with lettered dots inside and outside.</summary>
internal sealed class InsideLoop : ItemKind
{
    private static readonly double[] Waves = [2, 3, 5];

    public override string Id => "loop";

    public override string Tests => "Which lettered dots are inside a loop; harder with more dots and a loop of deep bays.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, depth) = (wanted.By(5, 8, 11), wanted.By(0.12, 0.3, 0.44));
        while (true)
        {
            var loop = Loop(dice, depth);
            if (loop.Left < 12 || loop.Top < 12 || loop.Right > 648 || loop.Bottom > 488) continue;
            var dots = Scatter.Place(dice, count, 660, 500, 30, (_, x, y) => (X: x, Y: y), d => Outline.Circle(d.X, d.Y, 22), 1);
            var inside = Enumerable.Range(0, count).Where(i => loop.Holds(dots[i].X, dots[i].Y)).Select(i => $"{"ABCDEFGHIJK"[i]}").ToArray();
            if (inside.Length < 2 || inside.Length > count - 2 || dots.Exists(d => loop.Distance(d.X, d.Y) < 27)) continue;
            var sketch = new Sketch(660, 500, "#f6f3ea").Shape(new("none", "#2f6f8f", 7), loop.Corners);
            for (var i = 0; i < count; i++) sketch.Oval(dots[i].X, dots[i].Y, 16, 16, new("#f9d977", "#6b5518", 2)).Text(dots[i].X, dots[i].Y + 7, $"{"ABCDEFGHIJK"[i]}", 14, Palette.Ink, 0.15, TextPlace.Middle);
            return new(sketch,
                Ask.Members(dice, "inside", dice.Pick((string[])["Which dots lie inside the blue loop?", "Name the dots that the loop encloses."]), "their letters", inside),
                Ask.Number(dice, "outside", "How many dots lie outside the blue loop?", count - inside.Length))
            { Things = [loop, .. dots.Select(d => Outline.Circle(d.X, d.Y, 16))], LeastSeen = 0.8 };
        }
    }

    /// <summary>A ring whose radius goes in and out.</summary>
    private static Outline Loop(Dice dice, double depth)
    {
        var shifts = Waves.Select(_ => dice.Below(360)).ToArray();
        return new(Enumerable.Range(0, 180).Select(i =>
        {
            var wave = Waves.Select((w, k) => Polar.Rounded(Math.Cos((i * 2 * w + shifts[k]) * Math.PI / 180)) * (k == 2 ? 0.9 : 0.55)).Sum() * depth;
            return Polar.At(330, 250, 168 * (1 + wave * 0.62), i * 2);
        }));
    }
}

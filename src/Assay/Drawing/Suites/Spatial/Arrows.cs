namespace Assay.Drawing.Suites.Spatial;

/// <summary>A board of arrows that lead from a start to one of several letters.</summary>
internal sealed class Arrows : ItemKind
{
    private static readonly (int Across, int Down)[] Ways = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    public override string Id => "arrows";

    public override string Tests => "To which letter a board of arrows leads, cell by cell; harder with larger boards and longer ways.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (size, steps, cell) = (wanted.By(4, 5, 7), wanted.By(4, 8, 14), wanted.By(104.0, 88.0, 68.0));
        var way = Walk(dice, size, steps);
        var letters = dice.Shuffled("ABCDE"[..wanted.By(3, 4, 5)]);
        var others = dice.Shuffled(Enumerable.Range(0, size * size).Where(c => !way.Contains(c)))[..(letters.Length - 1)];
        int[] ends = [way[^1], .. others];
        var sketch = new Sketch((int)(size * cell) + 40, (int)(size * cell) + 40, "#f4f1e9");
        for (var i = 0; i < size * size; i++)
        {
            var (left, top, at) = (20 + i % size * cell, 20 + i / size * cell, way.IndexOf(i));
            sketch.Box(left, top, cell, cell, new(at == 0 ? "#cfe8c8" : "#ffffff", "#b7b2a5", 1.5));
            var (x, y) = (left + cell / 2, top + cell / 2);
            if (Array.IndexOf(ends, i) is >= 0 and var end) sketch.Oval(x, y, cell * 0.32, cell * 0.32, new("#f9d977", "#6b5518", 2)).Text(x, y + cell * 0.12, $"{letters[end]}", cell * 0.24, Palette.Ink, 0.16, TextPlace.Middle);
            else Arrow(sketch, x, y, cell * 0.34, at >= 0 ? Turn(way[at], way[at + 1], size) : dice.Below(4) * 90);
        }
        return new(sketch, Ask.OneOf(dice, "end", dice.Pick((string[])["Begin in the green cell. Each arrow sends you to the next cell in its direction. At which letter do you end?", "Follow the arrows cell by cell from the green cell. Which letter do they lead to?"]), $"{letters[0]}", [.. letters.Order().Select(l => $"{l}")]));
    }

    /// <summary>Cells beside one another, none twice.</summary>
    private static List<int> Walk(Dice dice, int size, int steps)
    {
        while (true)
        {
            var way = new List<int> { dice.Below(size * size) };
            while (way.Count <= steps)
            {
                var (x, y) = (way[^1] % size, way[^1] / size);
                int[] next = [.. Ways.Select(w => (X: x + w.Across, Y: y + w.Down)).Where(c => c.X >= 0 && c.Y >= 0 && c.X < size && c.Y < size).Select(c => c.Y * size + c.X).Where(c => !way.Contains(c))];
                if (next.Length == 0) break;
                way.Add(dice.Pick(next));
            }
            if (way.Count == steps + 1) return way;
        }
    }

    private static double Turn(int from, int to, int size) => 90 * Array.IndexOf(Ways, (to % size - from % size, to / size - from / size));

    private static void Arrow(Sketch sketch, double x, double y, double size, double degrees) => sketch.Turned(degrees, x, y, s =>
        s.Line(x - size * 0.8, y, x + size * 0.4, y, Ink.Pencil("#3f6f9f", size * 0.26)).Shape(new("#3f6f9f"), (x + size * 0.95, y), (x + size * 0.25, y - size * 0.5), (x + size * 0.25, y + size * 0.5)));
}

namespace Assay.Drawing.Suites.Objects;

/// <summary>Numbered cells with the same sign in each, but for one.</summary>
internal sealed class OddOneOut : ItemKind
{
    public override string Id => "odd";

    public override string Tests => "Which of many signs is unlike the others; harder with more of them and a mirrored sign in place of another colour.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (columns, rows) = wanted.By((3, 3), (4, 4), (6, 5));
        var (cell, odd) = (wanted.By(140.0, 120.0, 100.0), dice.Below(columns * rows));
        var sketch = new Sketch((int)(columns * cell) + 40, (int)(rows * cell) + 40, "#f7f5ee");
        var (colour, other) = (dice.Some(Palette.Colours[..5], 2) is var two ? (two[0].Hex, two[1].Hex) : default);
        for (var i = 0; i < columns * rows; i++)
        {
            var (left, top) = (20 + i % columns * cell, 20 + i / columns * cell);
            sketch.Box(left + 3, top + 3, cell - 6, cell - 6, new("#ffffff", "#c9c4b6", 1.5), 8).Text(left + 10, top + 22, $"{i + 1}", 10, "#6a6f75");
            var unlike = i == odd;
            Sign(sketch, left + cell / 2, top + cell / 2 + 4, cell * 0.28, unlike && wanted.Difficulty is Difficulty.Easy ? other : colour, mirrored: unlike && wanted.Difficulty is Difficulty.Hard, holes: unlike && wanted.Difficulty is Difficulty.Medium ? 1 : 2, wanted.By(0, 0, dice.Below(4) * 90));
        }
        return new(sketch, Ask.Number(dice, "odd", wanted.By("One sign is unlike all the others. In which cell is it?", "In one cell the sign is not as in all others. Which cell?", "Signs that are merely turned count as alike. One sign is mirrored. In which cell?"), odd + 1));
    }

    /// <summary>A key with a bit to one side.</summary>
    private static void Sign(Sketch sketch, double x, double y, double size, string colour, bool mirrored, int holes, double turned)
    {
        var side = mirrored ? -1 : 1;
        sketch.Turned(turned, x, y, s =>
        {
            s.Oval(x, y - size * 0.62, size * 0.5, size * 0.5, new(colour));
            if (holes == 2) s.Oval(x - size * 0.17, y - size * 0.62, size * 0.11, size * 0.11, new("#ffffff")).Oval(x + size * 0.17, y - size * 0.62, size * 0.11, size * 0.11, new("#ffffff"));
            else s.Oval(x, y - size * 0.62, size * 0.11, size * 0.11, new("#ffffff"));
            s.Line(x, y - size * 0.2, x, y + size, Ink.Pencil(colour, size * 0.24)).Line(x, y + size * 0.94, x + side * size * 0.5, y + size * 0.94, Ink.Pencil(colour, size * 0.2)).Line(x, y + size * 0.5, x + side * size * 0.36, y + size * 0.5, Ink.Pencil(colour, size * 0.2));
        });
    }
}

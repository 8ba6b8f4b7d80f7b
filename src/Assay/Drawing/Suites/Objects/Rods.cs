namespace Assay.Drawing.Suites.Objects;

/// <summary>Lettered rods at all angles.</summary>
internal sealed class Rods : ItemKind
{
    public override string Id => "rods";

    public override string Tests => "Which of several rods is the longest, shortest or second longest; harder with more rods that differ by less.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, ratio) = (wanted.By(4, 5, 7), wanted.By(1.35, 1.2, 1.13));
        // From the shortest to the longest, each longer than the one before by the ratio.
        var lengths = Enumerable.Range(0, count).Select(i => 250 / Power(ratio, count - 1 - i)).ToArray();
        var letters = dice.Shuffled("ABCDEFG"[..count]);
        var columns = wanted.By(2, 3, 4);
        var rows = (count + columns - 1) / columns;
        var sketch = new Sketch(columns * 210 + 40, rows * 280 + 20, dice.Pick(Palette.Grounds));
        var cells = dice.Some([.. Enumerable.Range(0, columns * rows)], count);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (20 + (cells[i] % columns + 0.5) * 210, 10 + (cells[i] / columns + 0.5) * 280);
            var turned = (dice.Coin() ? 90 : -90) + dice.Between(-34, 34);
            var ((x1, y1), (x2, y2)) = (Polar.At(x, y, lengths[i] / 2, turned), Polar.At(x, y, lengths[i] / 2, turned + 180));
            sketch.Line(x1, y1, x2, y2, Ink.Pencil("#6d4f2d", 13)).Line(x1, y1, x2, y2, Ink.Pencil("#c79b62", 9));
            sketch.Oval(x, y, 15, 15, new("#ffffff", "#6d4f2d", 2)).Text(x, y + 7, $"{letters[i]}", 14, Palette.Ink, 0.15, TextPlace.Middle);
        }
        var (words, at) = wanted.By(("longest", count - 1), ("shortest", 0), ("second longest", count - 2));
        return new(sketch, Ask.OneOf(dice, "length", dice.Pick((string[])[$"Which rod is the {words}?", $"The rods lie at different angles. Name the {words} one."]), $"{letters[at]}", [.. letters.Order().Select(l => $"{l}")]));
    }

    private static double Power(double ratio, int times) => times == 0 ? 1 : ratio * Power(ratio, times - 1);
}

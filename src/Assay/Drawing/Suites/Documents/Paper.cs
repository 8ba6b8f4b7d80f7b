namespace Assay.Drawing.Suites.Documents;

/// <summary>Sheets to write on.</summary>
internal static class Paper
{
    /// <summary>A sheet on a table, a little turned where that is to make it harder.</summary>
    public static Sketch Sheet(Commission wanted, int width, int height, Action<Sketch> write)
    {
        var dice = wanted.Dice;
        var sketch = new Sketch(width, height, dice.Pick(Palette.Woods));
        var turned = wanted.By(0, dice.Between(-1.5, 1.5), dice.Coin() ? dice.Between(2.0, 4.0) : dice.Between(-4.0, -2.0));
        sketch.Turned(turned, width / 2.0, height / 2.0, s =>
        {
            s.Box(42, 34, width - 76, height - 60, new("#3a2c1a", Opacity: 0.4)).Box(36, 26, width - 76, height - 60, new("#fdfcf7"));
            write(s);
        });
        return wanted.Difficulty is Difficulty.Hard ? sketch.Smudges(dice, 3).Specks(dice, 60) : sketch;
    }
}

namespace Assay.Drawing.Suites.Counting;

/// <summary>Fish that swim to the left or to the right.</summary>
internal sealed class Fish : ItemKind
{
    public override string Id => "fish";

    public override string Tests => "How many fish swim to one side; harder with more fish, more colours and a little overlap.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, long_, seen) = (wanted.By(6, 12, 19), wanted.By(58.0, 48.0, 42.0), wanted.By(1.0, 0.92, 0.84));
        string[] colours = wanted.By((string[])["#ee7d1b"], ["#ee7d1b", "#d0312d", "#f2cb2f"], ["#ee7d1b", "#d0312d", "#f2cb2f", "#9a63b8", "#e8e4da"]);
        var shoal = Scatter.Place(dice, count, 720, 460, 66, (i, x, y) => (Left: i switch { 0 => true, 1 => false, _ => dice.Coin() }, X: x, Y: y, Colour: dice.Pick(colours)), f => Body(f.X, f.Y, long_, f.Left), seen, wanted.By(0, 0.2, 0.5));
        var sketch = new Sketch(720, 460, "#7fb7cf").Box(0, 420, 720, 40, new("#cdb98a"));
        foreach (var weed in Enumerable.Range(0, 7))
        {
            var x = 30 + weed * 108 + dice.Below(40);
            sketch.Path($"M{x} 440C{x - 24} 400 {x + 24} 370 {x} {330 - dice.Below(50)}", Ink.Pencil("#4d8a57", 7));
        }
        foreach (var (left, x, y, colour) in shoal)
        {
            var side = left ? -1 : 1;
            sketch.Shape(new(colour, "#3c3a38", 2), Body(x, y, long_, left).Corners).Oval(x + side * long_ * 0.56, y - long_ * 0.12, 6, 6, new("#ffffff", "#3c3a38", 1)).Oval(x + side * long_ * 0.6, y - long_ * 0.12, 2.6, 2.6, new("#16181a"));
        }
        var toLeft = dice.Coin();
        return new(sketch, Ask.Number(dice, "side", dice.Pick((string[])["How many fish swim to the {0} of the picture?", "Count the fish that face {0}."]).Replace("{0}", toLeft ? "left" : "right"), shoal.Count(f => f.Left == toLeft)))
        { Things = [.. shoal.Select(f => Body(f.X, f.Y, long_, f.Left))], LeastSeen = seen };
    }

    /// <summary>An oval that ends in a tail.</summary>
    private static Outline Body(double x, double y, double half, bool left)
    {
        var side = left ? -1 : 1;
        var oval = Enumerable.Range(0, 25).Select(i => Polar.At(0, 0, 1, -160 + i * 320 / 24.0)).Select(p => (x + side * (p.X * half * 0.86 + half * 0.12), y + p.Y * half * 0.46));
        return new([.. oval, (x - side * half * 1.2, y + half * 0.44), (x - side * half * 1.0, y), (x - side * half * 1.2, y - half * 0.44)]);
    }
}

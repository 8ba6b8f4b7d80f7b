namespace Assay.Drawing.Suites.Counting;

/// <summary>Shapes of several kinds and colours that lie over each other.</summary>
internal sealed class MixedShapes : ItemKind
{
    public override string Id => "shapes";

    public override string Tests => "How many shapes of a kind, and of a kind and colour, are in a heap; harder with more shapes, kinds and overlap.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, radius, seen) = (wanted.By(9, 17, 28), wanted.By(44.0, 38.0, 33.0), wanted.By(1.0, 0.82, 0.74));
        var (shapes, colours) = (dice.Some(Figure.Shapes, wanted.By(2, 4, 5)), dice.Some([.. Palette.Colours[..6].Select(c => c.Name)], wanted.By(3, 3, 4)));
        var turned = wanted.By(0, 20, 60);
        var figures = Scatter.Place(dice, count, 720, 520, 52, (i, x, y) => new Figure(i < 2 ? shapes[0] : dice.Pick(shapes), i == 0 ? colours[0] : dice.Pick(colours), x, y, radius, dice.Between(-turned, turned)), f => f.Outline, seen, wanted.By(0, 0.5, 0.75));
        var sketch = new Sketch(720, 520, dice.Pick(Palette.Grounds));
        foreach (var figure in figures) figure.DrawOn(sketch);
        if (wanted.Difficulty is Difficulty.Hard) sketch.Specks(dice, 50);
        var many = $"{shapes[0]}{(shapes[0] == "cross" ? "es" : "s")}";
        return new(sketch,
            Ask.Number(dice, "kind", dice.Pick((string[])[$"How many {many} are in the picture?", $"Count the {many}, also those partly covered."]), figures.Count(f => f.Shape == shapes[0])),
            Ask.Number(dice, "colour", dice.Pick((string[])[$"How many {colours[0]} {many} can be seen?", $"Count only the {many} that are {colours[0]}."]), figures.Count(f => f.Shape == shapes[0] && f.Colour == colours[0])))
        { Things = [.. figures.Select(f => f.Outline)], LeastSeen = seen };
    }
}

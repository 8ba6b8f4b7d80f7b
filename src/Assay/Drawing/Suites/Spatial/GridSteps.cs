namespace Assay.Drawing.Suites.Spatial;

/// <summary>A grid of shapes of which one is named and another asked for by its place beside it.</summary>
internal sealed class GridSteps : ItemKind
{
    public override string Id => "grid";

    public override string Tests => "What stands some cells beside a named shape in a grid; harder with larger grids and steps in two directions.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var size = wanted.By(3, 4, 6);
        var cell = wanted.By(140.0, 110.0, 84.0);
        var kinds = dice.Some([.. Figure.Shapes.SelectMany(s => Palette.Colours[..6].Select(c => (Shape: s, Colour: c.Name)))], size * size);
        var sketch = new Sketch((int)(size * cell) + 40, (int)(size * cell) + 40, "#fbfaf5");
        for (var i = 0; i < kinds.Length; i++)
        {
            var (left, top) = (20 + i % size * cell, 20 + i / size * cell);
            sketch.Box(left, top, cell, cell, new("#ffffff", "#b7b2a5", 1.5));
            new Figure(kinds[i].Shape, kinds[i].Colour, left + cell / 2, top + cell / 2, cell * 0.3).DrawOn(sketch);
        }
        var (from, to) = (dice.Below(size * size), 0);
        do to = dice.Below(size * size);
        while (to == from || wanted.By(to % size != from % size && to / size != from / size, to % size == from % size || to / size == from / size, to % size == from % size || to / size == from / size));
        var (across, down) = (to % size - from % size, to / size - from / size);
        string[] steps = [.. ((string?[])[Steps(across, "to the right of", "to the left of"), Steps(down, "below", "above")]).OfType<string>()];
        var question = steps.Length == 1
            ? $"What stands {steps[0]} the {kinds[from].Colour} {kinds[from].Shape}?"
            : $"Begin at the {kinds[from].Colour} {kinds[from].Shape}. Go {Go(across, "right", "left")}, then {Go(down, "down", "up")}. What stands there?";
        return new(sketch, Ask.Word(dice, "there", question, "its colour and shape, in the manner of: grey oval", $"{kinds[to].Colour} {kinds[to].Shape}"));
    }

    private static string? Steps(int count, string ahead, string back) => count == 0 ? null : $"{Cells(count)} {(count > 0 ? ahead : back)}";

    private static string Go(int count, string ahead, string back) => $"{Cells(count)} {(count > 0 ? ahead : back)}";

    private static string Cells(int count) => Math.Abs(count) == 1 ? "one cell" : $"{((string[])["two", "three", "four", "five"])[Math.Abs(count) - 2]} cells";
}

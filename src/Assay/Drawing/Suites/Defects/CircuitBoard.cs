namespace Assay.Drawing.Suites.Defects;

/// <summary>A circuit board with one part not fitted.</summary>
internal sealed class CircuitBoard : ItemKind
{
    private static readonly string[] Families = ["R", "C", "D", "U"];

    public override string Id => "board";

    public override string Tests => "Which part of a circuit board is not fitted, by the name printed beside its place; harder with more and smaller parts.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (columns, rows) = wanted.By((3, 3), (4, 4), (6, 5));
        var (wide, tall) = (660.0 / columns, 500.0 / rows);
        var sketch = new Sketch(720, 560, "#d9d5cb").Box(16, 16, 688, 528, new("#1f6b4a", "#0f4630", 3), 10);
        foreach (var (x, y) in ((double, double)[])[(34, 34), (686, 34), (34, 526), (686, 526)]) sketch.Oval(x, y, 9, 9, new("#d9d5cb", "#c8b04a", 4));
        var names = Names(dice, columns * rows);
        var missing = dice.Below(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var (x, y) = (30 + (i % columns + 0.5) * wide, 30 + (i / columns + 0.5) * tall);
            if (i % columns > 0) sketch.Line(x - wide / 2, y, x - wide * 0.3, y, Ink.Pencil("#2f8a63", 3));
            if (i >= columns) sketch.Line(x, y - tall / 2, x, y - tall * 0.2, Ink.Pencil("#2f8a63", 3));
            Place(sketch, x, y, wide * 0.5, tall * 0.34, names[i][0], fitted: i != missing);
            sketch.Text(x, y + tall * 0.38, names[i], wanted.By(15, 13, 11), "#f0f3ea", 0.15, TextPlace.Middle);
        }
        return new(sketch, Ask.Word(dice, "missing", dice.Pick((string[])["One part of this board has not been fitted. Which?", "At one place of the board only the bare pads are to be seen. What is the name of that place?", "Which component is missing from the board?"]), "its name as printed on the board", names[missing]));
    }

    private static string[] Names(Dice dice, int count)
    {
        var letters = dice.Shuffled(Enumerable.Range(0, count).Select(i => Families[i % Families.Length]));
        return [.. letters.Select((letter, i) => $"{letter}{letters.Take(i + 1).Count(l => l == letter)}")];
    }

    private static void Place(Sketch sketch, double x, double y, double wide, double tall, char family, bool fitted)
    {
        foreach (var side in (int[])[-1, 1]) sketch.Box(x + side * wide * 0.42 - 7, y - tall * 0.36, 14, tall * 0.72, new("#cdb75a", "#8d7b2c", 1.5));
        if (!fitted) return;
        switch (family)
        {
            case 'R': sketch.Box(x - wide * 0.4, y - tall * 0.3, wide * 0.8, tall * 0.6, new("#23262a", "#0c0d0e", 2), 3).Box(x - wide * 0.2, y - tall * 0.3, 5, tall * 0.6, new("#b4532a")).Box(x + wide * 0.1, y - tall * 0.3, 5, tall * 0.6, new("#d6b13a")); break;
            case 'C': sketch.Box(x - wide * 0.38, y - tall * 0.36, wide * 0.76, tall * 0.72, new("#c39a6a", "#7d5c33", 2), 5); break;
            case 'D': sketch.Box(x - wide * 0.36, y - tall * 0.28, wide * 0.72, tall * 0.56, new("#9a3b2b", "#5c1f15", 2), 8).Box(x + wide * 0.2, y - tall * 0.28, 7, tall * 0.56, new("#f0efe9")); break;
            default: sketch.Box(x - wide * 0.42, y - tall * 0.46, wide * 0.84, tall * 0.92, new("#2c2f33", "#0c0d0e", 2), 3).Oval(x - wide * 0.3, y - tall * 0.26, 4, 4, new("#8a8f94")); break;
        }
    }
}

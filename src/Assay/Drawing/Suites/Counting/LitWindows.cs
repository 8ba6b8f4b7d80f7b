namespace Assay.Drawing.Suites.Counting;

/// <summary>The front of a house by night.</summary>
internal sealed class LitWindows : ItemKind
{
    public override string Id => "windows";

    public override string Tests => "How many windows of a house are lit; harder with more windows, half-drawn curtains and windows that only mirror the moon.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (columns, rows) = wanted.By((4, 3), (6, 5), (9, 6));
        var (wide, tall) = (52.0, 62.0);
        var sketch = new Sketch(columns * 74 + 120, rows * 82 + 130, "#1a2340");
        for (var i = 0; i < 26; i++) sketch.Oval(dice.Below(sketch.Width), dice.Below(sketch.Height), 1.3, 1.3, new("#cfd6ee"));
        var floor = sketch.Height - 24;
        sketch.Oval(sketch.Width - 42, 44, 22, 22, new("#f3efd6")).Box(36, 62, columns * 74 + 44, floor - 62, new("#5c4a46", "#2e2422", 3)).Box(0, floor, sketch.Width, 24, new("#20281f"));
        var lit = dice.Between(columns * rows / 4, columns * rows * 2 / 3);
        var places = dice.Shuffled(Enumerable.Range(0, columns * rows));
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y) = (70 + places[i] % columns * 74.0, 84 + places[i] / columns * 82.0);
            var mirrors = i >= lit && i < lit + wanted.By(0, 0, 5);
            sketch.Box(x, y, wide, tall, new(i < lit ? "#ffd45c" : "#27304a", "#d9cfc4", 3));
            if (mirrors) sketch.Shape(new("#55638c"), (x + 8, y + 40), (x + 30, y + 8), (x + 40, y + 8), (x + 12, y + 48));
            if (wanted.Difficulty is not Difficulty.Easy && dice.Below(3) == 0) sketch.Box(x + 2, y + 2, dice.Pick((double[])[14, 22]), tall - 4, new("#8a3f45")).Box(x + wide - 12, y + 2, 10, tall - 4, new("#8a3f45"));
            sketch.Line(x + wide / 2, y, x + wide / 2, y + tall, Ink.Pencil("#d9cfc4", 2.5)).Line(x, y + tall * 0.4, x + wide, y + tall * 0.4, Ink.Pencil("#d9cfc4", 2.5));
        }
        return new(sketch, Ask.Number(dice, "count", dice.Pick((string[])["In how many windows of the house is a light on?", "How many windows are lit?", "Count the windows with yellow light."]), lit));
    }
}

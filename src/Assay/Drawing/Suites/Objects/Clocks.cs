namespace Assay.Drawing.Suites.Objects;

/// <summary>A clock with hands.</summary>
internal sealed class Clocks : ItemKind
{
    private const double Middle = 240;

    public override string Id => "clock";

    public override string Tests => "The time a clock shows; harder without figures and at any minute.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (hour, minute) = (dice.Between(1, 12), wanted.By(dice.Below(4) * 15, dice.Below(12) * 5, dice.Below(60)));
        var sketch = new Sketch(480, 480, dice.Pick(Palette.Grounds)).Oval(Middle + 5, Middle + 7, 206, 206, new("#8a857a", Opacity: 0.5));
        sketch.Oval(Middle, Middle, 204, 204, new(dice.Pick((string[])["#3a4650", "#6b3f2c", "#2f5f57"]))).Oval(Middle, Middle, 186, 186, new("#fdfcf8"));
        for (var tick = 0; tick < 60; tick++)
        {
            var five = tick % 5 == 0;
            var ((x1, y1), (x2, y2)) = (Polar.At(Middle, Middle, five ? 160 : 170, tick * 6 - 90), Polar.At(Middle, Middle, 178, tick * 6 - 90));
            if (five || wanted.Difficulty is not Difficulty.Easy) sketch.Line(x1, y1, x2, y2, Ink.Pencil("#2b2f34", five ? 5 : 2));
        }
        for (var figure = 1; figure <= 12; figure++)
        {
            var (x, y) = Polar.At(Middle, Middle, 132, figure * 30 - 90);
            if (wanted.By(true, figure % 3 == 0, false)) sketch.Text(x, y + 11, $"{figure}", 22, "#2b2f34", 0.14, TextPlace.Middle);
        }
        Hand(sketch, (hour % 12 + minute / 60.0) * 30, 92, 11);
        Hand(sketch, minute * 6, 148, 6.5);
        sketch.Oval(Middle, Middle, 11, 11, new("#15181b"));
        return new(sketch, Ask.Word(dice, "time", dice.Pick((string[])["What time does the clock show?", "Read the clock."]), "hours and minutes in the form HH:MM, hours 01 to 12", $"{hour:00}:{minute:00}"));
    }

    private static void Hand(Sketch sketch, double degrees, double length, double pen)
    {
        var ((x1, y1), (x2, y2)) = (Polar.At(Middle, Middle, 24, degrees + 90), Polar.At(Middle, Middle, length, degrees - 90));
        sketch.Line(x1, y1, x2, y2, Ink.Pencil("#15181b", pen));
    }
}

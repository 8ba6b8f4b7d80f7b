namespace Assay.Drawing.Suites.Objects;

/// <summary>A panel of toggle switches with names.</summary>
internal sealed class Switches : ItemKind
{
    private static readonly string[] Names = ["PUMP", "FAN", "LAMP", "HEAT", "ALARM", "VALVE", "DOOR", "RADIO", "MIXER", "CRANE", "WASH", "BELT"];

    public override string Id => "switches";

    public override string Tests => "Which switches of a panel are on; harder with more switches and lamps that do not go by them.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var names = dice.Some(Names, wanted.By(4, 8, 12));
        string[] on = [.. dice.Some(names, dice.Between(1, names.Length * 2 / 3)).Order(StringComparer.Ordinal)];
        var rows = names.Length / 4;
        var sketch = new Sketch(640, rows * 190 + 60, "#c8c4ba").Box(14, 14, 612, rows * 190 + 32, new("#3e454c", "#20252a", 3), 12);
        for (var i = 0; i < names.Length; i++)
        {
            var (x, y, isOn) = (92 + i % 4 * 152.0, 126 + i / 4 * 190.0, on.Contains(names[i]));
            sketch.Text(x, y - 62, "ON", 10, "#c9d0d6", 0.15, TextPlace.Middle).Text(x, y + 58, "OFF", 10, "#c9d0d6", 0.15, TextPlace.Middle).Text(x, y + 86, names[i], 13, "#f4f5f2", 0.16, TextPlace.Middle);
            sketch.Box(x - 22, y - 50, 44, 90, new("#23282d", "#5e666e", 2), 8).Oval(x, y - 5, 13, 13, new("#7d858c", "#4c545b", 2));
            sketch.Line(x, y - 5, x, isOn ? y - 38 : y + 28, Ink.Pencil("#d5d9dc", 12)).Oval(x, isOn ? y - 38 : y + 28, 9, 9, new("#f1f3f4", "#7d858c", 2));
            if (wanted.Difficulty is Difficulty.Hard) sketch.Oval(x + 46, y - 5, 9, 9, new(dice.Coin() ? "#54d06a" : "#5b2a28", "#16191c", 2));
        }
        return new(sketch, Ask.Members(dice, "on", wanted.By("Which switches are on?", "Which of the switches are set to ON?", "The lamps may be wrong: go by the levers. Which switches are set to ON?"), "the names of those switches", on));
    }
}

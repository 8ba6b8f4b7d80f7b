namespace Assay.Drawing.Suites.Documents;

/// <summary>A bar chart with a scale.</summary>
internal sealed class Bars : ItemKind
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public override string Id => "chart";

    public override string Tests => "A value of a bar chart by its scale, or the difference of two; harder with more bars, fewer grid lines and no figures on the bars.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, colour) = (wanted.By(4, 6, 7), dice.Pick((string[])["#3f7cac", "#a8562f", "#4d8a57", "#7a5195"]));
        var values = dice.Some([.. Enumerable.Range(2, 17)], count).Select(v => v * 5).ToArray();
        var sketch = new Sketch(680, 460, "#fdfcf8").Text(40, 48, dice.Pick((string[])["Repairs a day", "Loaves sold", "Calls taken", "Guests"]), 18, Palette.Ink, 0.16);
        for (var tick = 0; tick <= 90; tick += 5)
        {
            var y = 400 - tick * 3.6;
            if (tick % 10 == 0) sketch.Line(78, y, 650, y, new(Stroke: tick == 0 ? "#3b3f44" : "#d5d2c8", Pen: tick == 0 ? 2.5 : 1.2));
            if (tick % wanted.By(10, 10, 20) == 0) sketch.Text(66, y + 5, $"{tick}", 11, "#4b4f55", place: TextPlace.End);
            else sketch.Line(72, y, 78, y, new(Stroke: "#3b3f44", Pen: 1.2));
        }
        var step = 570.0 / count;
        for (var i = 0; i < count; i++)
        {
            var x = 84 + (i + 0.5) * step;
            sketch.Box(x - step * 0.3, 400 - values[i] * 3.6, step * 0.6, values[i] * 3.6, new(colour)).Text(x, 426, Days[i], 13, Palette.Ink, place: TextPlace.Middle);
            if (wanted.Difficulty is Difficulty.Easy) sketch.Text(x, 392 - values[i] * 3.6, $"{values[i]}", 12, Palette.Ink, 0.15, TextPlace.Middle);
        }
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(i => values[i])];
        var (one, other) = (order[dice.Below(count / 2)], order[^(1 + dice.Below(count / 2))]);
        return new(sketch, wanted.Difficulty is Difficulty.Hard
            ? Ask.Number(dice, "difference", $"All values are multiples of five. By how much is {Days[one]} higher than {Days[other]}?", values[one] - values[other])
            : Ask.Number(dice, "value", $"All values are multiples of five. Which value does the chart show for {Days[one]}?", values[one]));
    }
}

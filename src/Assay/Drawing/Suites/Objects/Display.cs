namespace Assay.Drawing.Suites.Objects;

/// <summary>A display of seven strokes a digit.</summary>
internal sealed class Display : ItemKind
{
    /// <summary>Top, upper left, upper right, middle, lower left, lower right, bottom.</summary>
    private static readonly string[] Strokes = ["1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011"];

    public override string Id => "display";

    public override string Tests => "The number on a display of a meter; harder with more digits, slanted, with dark strokes that can be seen.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var digits = string.Concat(Enumerable.Range(0, wanted.By(4, 6, 8)).Select(i => i == 0 ? dice.Between(1, 9) : dice.Below(10)));
        var (lit, dark) = dice.Pick(((string, string)[])[("#ff5a43", "#4a1a16"), ("#7bf08a", "#1c4223"), ("#ffc84a", "#4a3a14")]);
        var slant = wanted.By(0.0, 6.0, 14.0);
        var sketch = new Sketch(digits.Length * 82 + 130, 250, "#b9b5ab").Box(16, 16, digits.Length * 82 + 98, 218, new("#24272b", "#101214", 4), 12);
        for (var i = 0; i < digits.Length; i++)
            for (var stroke = 0; stroke < 7; stroke++)
            {
                var on = Strokes[digits[i] - '0'][stroke] == '1';
                if (on || wanted.Difficulty is Difficulty.Hard) Stroke(sketch, 68 + i * 82, 60, stroke, slant, on ? lit : dark);
            }
        return new(sketch, new Question("number", $"{dice.Pick((string[])["Which number is on the display?", "Read the meter."])} Answer with all its digits and nothing else.", Scorer.Number, digits));
    }

    private static void Stroke(Sketch sketch, double x, double y, int stroke, double slant, string colour)
    {
        const double wide = 44, tall = 62;
        var (x1, y1, x2, y2) = stroke switch
        {
            0 => (6.0, 0.0, wide - 6, 0.0),
            1 => (0, 6, 0, tall - 6),
            2 => (wide, 6, wide, tall - 6),
            3 => (6, tall, wide - 6, tall),
            4 => (0, tall + 6, 0, 2 * tall - 6),
            5 => (wide, tall + 6, wide, 2 * tall - 6),
            _ => (6, 2 * tall, wide - 6, 2 * tall),
        };
        sketch.Line(Leant(x1, y1), y + y1, Leant(x2, y2), y + y2, Ink.Pencil(colour, 9));

        double Leant(double across, double down) => x + across + slant * (1 - down / (2 * tall));
    }
}

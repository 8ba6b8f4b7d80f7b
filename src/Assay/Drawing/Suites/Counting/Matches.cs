namespace Assay.Drawing.Suites.Counting;

/// <summary>Matches thrown on a table; the head of each lies free.</summary>
internal sealed class Matches : ItemKind
{
    private const double Length = 190;

    public override string Id => "matches";

    public override string Tests => "How many matches lie across each other; harder with more of them and with some burnt.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var count = dice.Between(wanted.By(4, 8, 13), wanted.By(7, 11, 17));
        var matches = new List<((double X, double Y) Foot, (double X, double Y) Head)>();
        for (var tries = 0; matches.Count < count && tries < 20_000; tries++)
        {
            var (x, y, turned) = (dice.Between(120, 560), dice.Between(110, 390), dice.Below(360));
            var match = (Foot: Polar.At(x, y, Length / 2, turned), Head: Polar.At(x, y, Length / 2, turned + 180));
            if (matches.TrueForAll(m => Free(m, match) && Free(match, m) && Leaning(m, match))) matches.Add(match);
        }
        var burnt = wanted.By(0, 0, dice.Between(2, matches.Count / 2));
        var sketch = new Sketch(680, 500, "#4d6474").Smudges(dice, 6, "#1d2a33");
        for (var i = 0; i < matches.Count; i++)
        {
            var ((x1, y1), (x2, y2)) = matches[i];
            sketch.Line(x1, y1, x2, y2, Ink.Pencil("#5a4526", 11)).Line(x1, y1, x2, y2, Ink.Pencil("#e9cf98", 7.5));
            sketch.Oval(x2, y2, 9, 9, new(i < burnt ? "#1e1c1b" : "#c8352b", "#3a1512", 1.5));
        }
        return new(sketch, wanted.Difficulty is Difficulty.Hard
            ? Ask.Number(dice, "unburnt", "Matches with a black head are burnt. How many matches are not burnt?", matches.Count - burnt)
            : Ask.Number(dice, "count", dice.Pick((string[])["How many matches lie on the table?", "Count the matches."]), matches.Count))
        { Things = [.. matches.Select(m => Outline.Circle(m.Head.X, m.Head.Y, 9))], LeastSeen = 1 };
    }

    /// <summary>Whether both ends of one are clear of the other.</summary>
    private static bool Free(((double X, double Y) Foot, (double X, double Y) Head) one, ((double X, double Y) Foot, (double X, double Y) Head) other) =>
        Polar.FromLine(one.Head.X, one.Head.Y, other.Foot, other.Head) > 22 && Polar.FromLine(one.Foot.X, one.Foot.Y, other.Foot, other.Head) > 16;

    /// <summary>Not side by side in one direction, where two could pass for one.</summary>
    private static bool Leaning(((double X, double Y) Foot, (double X, double Y) Head) one, ((double X, double Y) Foot, (double X, double Y) Head) other)
    {
        var cross = (one.Head.X - one.Foot.X) * (other.Head.Y - other.Foot.Y) - (one.Head.Y - one.Foot.Y) * (other.Head.X - other.Foot.X);
        return Math.Abs(cross) > Length * Length * 0.17 || Polar.Distance((one.Head.X + one.Foot.X) / 2, (one.Head.Y + one.Foot.Y) / 2, (other.Head.X + other.Foot.X) / 2, (other.Head.Y + other.Foot.Y) / 2) > Length;
    }
}

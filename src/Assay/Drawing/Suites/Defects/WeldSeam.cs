namespace Assay.Drawing.Suites.Defects;

/// <summary>Two plates joined by a seam of beads, whole or with beads left out.</summary>
internal sealed class WeldSeam : ItemKind
{
    private const double Left = 60, Step = 85, Seam = 210;

    public override string Id => "weld";

    public override string Tests => "Whether a weld seam is whole, and above which letter it is not; harder with smaller gaps, spatter and stains.";

    public override Item Draw(Commission wanted)
    {
        var (dice, marks) = (wanted.Dice, "ABCDEFGH");
        var sketch = new Sketch(800, 400, "#8f969b").Brushed(0, 0, 800, 400, "#a8afb4", 7);
        sketch.Box(0, Seam - 4, 800, 8, new("#3f4448")).Box(0, Seam - 46, 800, 92, new("#7b6b8a", Opacity: 0.16));
        if (wanted.Difficulty is not Difficulty.Easy) sketch.Smudges(dice, 7, "#33404a").Specks(dice, wanted.By(0, 40, 110), "#3c4043");
        var (gap, half) = (dice.Below(marks.Length), wanted.By(30.0, 22.0, 15.0));
        var middle = Left + gap * Step + dice.Between(-12.0, 12.0);
        for (var x = 2.0; x < 806; x += 12)
            if (wanted.Yes || Math.Abs(x - middle) > half + 10) sketch.Oval(x, Seam + dice.Between(-1.5, 1.5), 13, 22, new("#b9bec1", "#64696c", 2));
        if (!wanted.Yes && wanted.Difficulty is Difficulty.Hard) sketch.Oval(middle + 0.5, Seam, 5, 8, new("#2b2f32"));
        for (var i = 0; i < marks.Length; i++) sketch.Line(Left + i * Step, 322, Left + i * Step, 336, Ink.Pencil("#1f2326", 3)).Text(Left + i * Step, 372, $"{marks[i]}", 20, "#1f2326", 0.15, TextPlace.Middle);
        var whole = Ask.YesNo(dice, "whole", dice.Pick((string[])["Does the weld seam run from edge to edge without a gap?", "Is this weld seam unbroken?"]), wanted.Yes);
        return wanted.Yes
            ? new(sketch, whole)
            : new(sketch, whole, Ask.OneOf(dice, "where", "The weld seam has one gap. Above which letter is it?", $"{marks[gap]}", [.. marks.Select(m => $"{m}")]));
    }
}

namespace Assay.Drawing.Suites.Defects;

/// <summary>A gear that has all its teeth, or not.</summary>
internal sealed class Gears : ItemKind
{
    private const double Middle = 260, Root = 158, Tip = 202;

    public override string Id => "gear";

    public override string Tests => "Whether a tooth of a gear is broken off; harder with more teeth and a tooth that is broken only in part.";

    public override Item Draw(Commission wanted)
    {
        var (dice, teeth) = (wanted.Dice, wanted.By(12, 18, 26));
        var sketch = new Sketch(520, 520, dice.Pick(Palette.Grounds)).Smudges(dice, 5);
        var (turned, broken) = (dice.Below(360), wanted.Yes ? dice.Below(teeth) : -1);
        var tooth = 360.0 / teeth;
        var stump = Root + (Tip - Root) * wanted.By(0, 0.15, 0.38);
        var outline = new Outline(Enumerable.Range(0, teeth).SelectMany(i =>
        {
            var (at, tip) = (turned + i * tooth, i == broken ? stump : Tip);
            return ((double, double)[])[Polar.At(Middle, Middle, Root, at - tooth * 0.3), Polar.At(Middle, Middle, tip, at - tooth * 0.17), Polar.At(Middle, Middle, tip, at + tooth * 0.17), Polar.At(Middle, Middle, Root, at + tooth * 0.3)];
        }));
        sketch.Shape(new("#8b9298", "#4b5156", 3), outline.Corners).Oval(Middle, Middle, Root - 22, Root - 22, new("#979ea4", "#6a7177", 2));
        foreach (var hole in Enumerable.Range(0, 5))
        {
            var (x, y) = Polar.At(Middle, Middle, 88, turned + hole * 72);
            sketch.Oval(x, y, 25, 25, new("#e8e6e0", "#4b5156", 3));
        }
        sketch.Oval(Middle, Middle, 36, 36, new("#e8e6e0", "#4b5156", 3)).Box(Middle - 8, Middle - 46, 16, 22, new("#e8e6e0", "#4b5156", 3));
        if (wanted.Difficulty is Difficulty.Hard) sketch.Specks(dice, 60);
        return new(sketch, Ask.YesNo(dice, "broken", dice.Pick((string[])["Is a tooth of this gear broken or missing?", "Does this gear lack a tooth, wholly or in part?", "Look at the rim of the gear. Is any tooth damaged?"]), wanted.Yes));
    }
}

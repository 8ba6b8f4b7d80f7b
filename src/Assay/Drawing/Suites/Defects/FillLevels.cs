namespace Assay.Drawing.Suites.Defects;

/// <summary>A row of bottles with a line that their filling has to reach.</summary>
internal sealed class FillLevels : ItemKind
{
    private const double Line = 190, Foot = 400;

    private static readonly string[] Juices = ["#d98a1f", "#a6302a", "#5c8f2f", "#7a4fa0"];

    public override string Id => "bottles";

    public override string Tests => "How many bottles are filled below the line, and which; harder with more bottles that lack less.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, least) = (wanted.By(5, 7, 9), wanted.By(45, 26, 15));
        var sketch = new Sketch(760, 460, dice.Pick(Palette.Grounds)).Box(0, Foot, 760, 60, new("#8a7a66")).Box(0, Foot, 760, 8, new("#6c5e4c"));
        var (step, juice) = (720.0 / count, dice.Pick(Juices));
        int[] low = [.. dice.Some([.. Enumerable.Range(1, count)], dice.Between(1, count / 2)).Order()];
        for (var i = 1; i <= count; i++)
            Bottle(sketch, 20 + (i - 0.5) * step, Math.Min(step * 0.68, 84), low.Contains(i) ? Line + least + dice.Between(0, 70) : Line - dice.Between(2, 16), juice);
        sketch.Line(10, Line, 750, Line, new(Stroke: "#c2241c", Pen: 3, Dashes: "10 7"));
        return new(
            sketch,
            Ask.Number(dice, "count", dice.Pick((string[])["How many bottles are filled below the red line?", "The juice should reach at least the dashed line. In how many bottles does it not?"]), low.Length),
            Ask.Members(dice, "which", $"Number the bottles from the left, beginning with 1. Which of them are not filled up to the red line?", "their numbers", [.. low.Select(l => $"{l}")]));
    }

    private static void Bottle(Sketch sketch, double x, double wide, double level, string juice)
    {
        var (half, neck) = (wide / 2, wide * 0.19);
        sketch.Box(x - half, 150, wide, Foot - 150, new("#f9fcfd"), 10);
        sketch.Box(x - half + 3, level, wide - 6, Foot - level - 3, new(juice), 3);
        sketch.Path($"M{x - neck:0.##} 70V108C{x - neck:0.##} 128 {x - half:0.##} 130 {x - half:0.##} 156V{Foot - 8}Q{x - half:0.##} {Foot} {x - half + 8:0.##} {Foot}H{x + half - 8:0.##}Q{x + half:0.##} {Foot} {x + half:0.##} {Foot - 8}V156C{x + half:0.##} 130 {x + neck:0.##} 128 {x + neck:0.##} 108V70", Ink.Pencil("#4c5960", 3));
        sketch.Box(x - neck - 4, 54, neck * 2 + 8, 20, new("#37506b", "#22344a", 2), 4).Box(x - half * 0.62, 290, half * 1.24, 60, new("#f3eedd", "#b9ae8f", 1.5), 3);
    }
}

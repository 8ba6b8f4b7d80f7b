namespace Assay.Drawing.Suites;

/// <summary>What lies on a picture and means nothing: specks, smudges and streaks.</summary>
internal static class Grain
{
    public static Sketch Specks(this Sketch sketch, Dice dice, int count, string colour = "#4a4640")
    {
        for (var i = 0; i < count; i++)
        {
            var radius = dice.Between(0.6, 1.8);
            sketch.Oval(dice.Below(sketch.Width), dice.Below(sketch.Height), radius, radius, new(colour, Opacity: 0.45));
        }
        return sketch;
    }

    public static Sketch Smudges(this Sketch sketch, Dice dice, int count, string colour = "#5a4a38")
    {
        for (var i = 0; i < count; i++)
            sketch.Oval(dice.Below(sketch.Width), dice.Below(sketch.Height), dice.Between(14, 60), dice.Between(10, 34), new(colour, Opacity: 0.1));
        return sketch;
    }

    /// <summary>Fine level lines, as on wood or brushed metal.</summary>
    public static Sketch Brushed(this Sketch sketch, double left, double top, double right, double bottom, string colour, double apart = 9)
    {
        for (var y = top; y < bottom; y += apart) sketch.Line(left, y, right, y, new(Stroke: colour, Pen: 1.2, Opacity: 0.4));
        return sketch;
    }
}

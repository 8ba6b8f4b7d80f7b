namespace Assay.Charts;

/// <summary>What the charts have in common: the inner part that marks stand in, and axes.</summary>
internal static class Frame
{
    /// <summary>Left free at either side, so that marks and labels at the ends are whole.</summary>
    private const double Margin = 0.04;

    /// <summary>A place on a scale as a share of the whole width.</summary>
    public static double In(double place) => Margin + Math.Clamp(place, 0, 1) * (1 - 2 * Margin);

    /// <summary>Upright lines with their values below, and below these what the axis measures.</summary>
    public static void Across(Pen svg, Scale scale, Func<decimal, string> format, string title, double top, double bottom)
    {
        foreach (var tick in scale.Ticks)
        {
            var x = In(scale.At(tick));
            svg.Line(x, top, x, bottom, "grid");
            svg.Words(x, bottom + 16, format(tick), "tick", "middle");
        }
        svg.Words(0.5, bottom + 34, title, "axis", "middle");
    }

    /// <summary>Level lines with their values standing on them at the left, and above them what the axis measures.</summary>
    public static void Up(Pen svg, Scale scale, Func<decimal, string> format, string title, double top, double bottom)
    {
        svg.Words(0, top - 22, title, "axis");
        foreach (var tick in scale.Ticks)
        {
            var y = Down(scale.At(tick), top, bottom);
            svg.Line(0, y, 1, y, "grid");
            svg.Words(0, y - 3, format(tick), "tick");
        }
    }

    public static double Down(double place, double top, double bottom) => bottom - Math.Clamp(place, 0, 1) * (bottom - top);
}

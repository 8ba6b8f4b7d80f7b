namespace Assay.Charts;

/// <summary>What the charts have in common: the inner part that marks stand in, and axes.</summary>
internal static class Frame
{
    /// <summary>Left free at either side, so that marks and labels at the ends are whole.</summary>
    private const double Margin = 0.04;

    private const int LineHeight = 15;

    /// <summary>Letters of an axis' title that the narrowest chart has room for on one line.</summary>
    private const int TitleLetters = 44;

    /// <summary>Pixels that the title of an axis takes beyond one line.</summary>
    public static int Above(string title) => (Lines(title).Count - 1) * LineHeight;

    /// <summary>A title broken where its meaning breaks: before a bracket or behind a comma near the end of the line, else between two words.</summary>
    private static List<string> Lines(string title)
    {
        if (title.Length <= TitleLetters) return [title];
        var lines = new List<string>();
        var rest = title;
        while (rest.Length > TitleLetters)
        {
            var head = rest.AsSpan(0, TitleLetters + 1);
            var at = Math.Max(head.LastIndexOf(" ("), head.LastIndexOf(", ") is > 0 and var comma ? comma + 1 : -1);
            if (at < TitleLetters / 3) at = head.LastIndexOf(' ');
            // A word longer than a line is cut there, and stands whole in its title.
            if (at <= 0) at = rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : rest.Length;
            lines.Add(rest[..at]);
            rest = rest[at..].TrimStart();
        }
        if (rest.Length > 0) lines.Add(rest);
        return lines;
    }

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
        foreach (var (i, line) in Lines(title).Index()) svg.Words(0.5, bottom + 34 + i * LineHeight, line, "axis", "middle");
    }

    /// <summary>Level lines with their values standing on them at the left, and above them what the axis measures.</summary>
    public static void Up(Pen svg, Scale scale, Func<decimal, string> format, string title, double top, double bottom)
    {
        var lines = Lines(title);
        foreach (var (i, line) in lines.Index()) svg.Words(0, top - 22 - (lines.Count - 1 - i) * LineHeight, line, "axis");
        foreach (var tick in scale.Ticks)
        {
            var y = Down(scale.At(tick), top, bottom);
            svg.Line(0, y, 1, y, "grid");
            svg.Words(0, y - 3, format(tick), "tick");
        }
    }

    public static double Down(double place, double top, double bottom) => bottom - Math.Clamp(place, 0, 1) * (bottom - top);
}

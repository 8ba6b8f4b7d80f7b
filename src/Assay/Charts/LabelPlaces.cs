namespace Assay.Charts;

/// <summary>
/// Puts labels beside dots so that none covers another label or a dot. Only distances across grow with the width of the chart, so labels that
/// stay apart in a narrow chart stay apart in a wide one; those that fit only a wide one are marked and hidden in a narrow one.
/// </summary>
internal sealed class LabelPlaces(IReadOnlyList<(double X, double Y)> dots)
{
    /// <summary>Pixels that the narrowest chart has across, on a phone 360 pixels wide.</summary>
    private const double Narrow = 320;

    /// <summary>Pixels that a chart has at least where the style sheet shows the further labels.</summary>
    private const double Wide = 640;

    private const double Letter = 6.4;
    private const double Height = 14;
    private const double Gap = 8;

    private static readonly (string Anchor, double Shift, double Down)[] Beside =
        [("start", Gap, 4), ("end", -Gap, 4), ("middle", 0, -Gap), ("middle", 0, Gap + 9), ("end", 4, -Gap), ("start", -4, -Gap), ("end", 4, Gap + 9), ("start", -4, Gap + 9)];

    private static readonly (string Anchor, double Shift, double Down)[] OverLine =
        [("end", -Gap, 4), ("end", -2, -Gap), ("start", 2, -Gap), ("start", 2, Gap + 9), ("end", -2, Gap + 9)];

    private readonly List<Box> taken = [];

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Box(double X, double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Box other, double width) =>
            X * width + Left < other.X * width + other.Right && other.X * width + other.Left < X * width + Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>A label's place, or null where there is no room.</summary>
    /// <param name="Anchor">Which end of the text stands there.</param>
    /// <param name="Shift">Pixels to the right.</param>
    /// <param name="OnlyWide">Fits wide charts only.</param>
    public sealed record Place(double X, double Y, string Anchor, double Shift, bool OnlyWide);

    /// <summary>In order of importance: the first labels get the first places. Beside a dot from which a line goes on, the label stands over the line.</summary>
    public IReadOnlyList<Place?> Put(IReadOnlyList<(int Dot, string Words, bool OnLine)> labels)
    {
        var places = new Place?[labels.Count];
        foreach (var wide in (bool[])[false, true])
        {
            for (var i = 0; i < labels.Count; i++)
                places[i] ??= Find(labels[i].Dot, labels[i].Words.Length * Letter, labels[i].OnLine, wide);
        }
        return places;
    }

    private Place? Find(int dot, double length, bool onLine, bool wide)
    {
        var (x, y) = dots[dot];
        foreach (var (anchor, shift, down) in onLine ? OverLine : Beside)
        {
            var left = anchor switch { "start" => shift, "end" => shift - length, _ => -length / 2 };
            var box = new Box(x, left, left + length, y + down - Height + 3, y + down + 3);
            if (!Free(box, dot, wide ? Wide : Narrow)) continue;
            taken.Add(box);
            return new(x, y + down, anchor, shift, wide);
        }
        return null;
    }

    private bool Free(Box box, int own, double width)
    {
        if (box.X * width + box.Left < 0 || box.X * width + box.Right > width) return false;
        foreach (var other in taken)
            if (box.Meets(other, width)) return false;
        for (var i = 0; i < dots.Count; i++)
            if (i != own && box.Meets(new(dots[i].X, -5, 5, dots[i].Y - 5, dots[i].Y + 5), width)) return false;
        return true;
    }
}

using System.Globalization;
using Assay.Drawing;
using Assay.Drawing.Published;
using Assay.Units;

namespace Assay.Charts;

/// <summary>Draws a chart in strokes and plain colours: what looks the same on a machine that has no fonts.</summary>
/// <param name="left">Where the chart begins in the sketch.</param>
/// <param name="width">Of the chart, pixels.</param>
internal sealed class SketchPen(Sketch sketch, int left, int top, int width, ChartTheme theme) : Pen
{
    /// <summary>Height of a capital to the height that a font is named by.</summary>
    private const double Capital = 0.68;

    private const double Plain = 0.13;
    private const double BoldPen = 0.19;

    public override void Line(double x1, double y1, double x2, double y2, string css)
    {
        var look = ChartStyle.Of(css);
        sketch.Line(Across(x1), top + y1, Across(x2), top + y2, new(Stroke: Colour(look.Stroke), Pen: look.Pen ?? 1, Dashes: look.Dashes is null ? null : Rounded(look.Dashes, look.Pen ?? 1)));
    }

    /// <summary>The ends of a sketch's lines are round and half a pen longer at either end: strokes are made shorter and gaps wider by as much.</summary>
    private static string Rounded(string dashes, double pen) =>
        string.Join(' ', dashes.Split(' ').Select((d, i) => double.Parse(d, CultureInfo.InvariantCulture) + (i % 2 == 0 ? -pen : pen)).Select(d => Math.Max(d, 0.1).ToString("0.##", CultureInfo.InvariantCulture)));

    public override void Dot(double x, double y, double radius, string css, string hint, string? entry = null)
    {
        var look = ChartStyle.Of(css);
        sketch.Oval(Across(x), top + y, radius, radius, new(Colour(look.Fill), Colour(look.Stroke), look.Pen ?? 1));
    }

    public override void Mark(double x, double y, int place, string hint)
    {
        var look = ChartStyle.Of($"dot s{place}");
        ModelShape.Draw(sketch, place, Across(x), top + y, 5.5, new(Colour(look.Fill), Colour(look.Stroke), look.Pen ?? 1));
    }

    public override void Words(double x, double y, string words, string css, string anchor = "start", double shift = 0, int longest = LongestText)
    {
        // A file has more room than the narrowest page.
        var text = Strokes(words.Length > LongestText ? Visible.Line(words, LongestText) : Visible.Of(words));
        var look = ChartStyle.Of("text " + css);
        var place = anchor switch { "middle" => TextPlace.Middle, "end" => TextPlace.End, _ => TextPlace.Start };
        var (size, weight) = (look.Size!.Value * Capital, look.Bold ? BoldPen : Plain);
        if (look.Halo) sketch.Text(Across(x) + shift, top + y, text, size, Colour(ChartTone.Page), weight + 0.4, place);
        sketch.Text(Across(x) + shift, top + y, text, size, Colour(look.Fill), weight, place);
    }

    /// <summary>In letters that the pen has; signs and accents that it lacks, by others that mean the same.</summary>
    internal static string Strokes(string words) => PenText.Writable(words);

    private double Across(double share) => left + share * width;

    private string Colour(ChartTone? tone) => tone is { } known ? ChartStyle.Colour(known, theme) : "none";
}

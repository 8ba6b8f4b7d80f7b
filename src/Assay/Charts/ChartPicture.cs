using System.Globalization;
using System.Text;
using Assay.Drawing;

namespace Assay.Charts;

/// <summary>
/// A chart by itself, for a document or another site: with its title above it, and below it where the figures come from and their day. As SVG with letters, in
/// both themes; as a drawing in strokes, which needs no fonts, for pictures of pixels.
/// </summary>
public sealed record ChartPicture
{
    /// <summary>Of every picture, CSS pixels.</summary>
    public const int Width = 960;

    private const int Margin = 24;
    private const int HeadLine = 26;
    private const int FootLine = 17;
    private const int HeadLetters = 78;
    private const int FootLetters = 130;

    public required Chart Chart { get; init; }

    /// <summary>Who says the figures, as of when, and where they stand: one line or several.</summary>
    public required string Source { get; init; }

    private IReadOnlyList<string> Head => Lines(Chart.Title, HeadLetters);

    private IReadOnlyList<string> Foot => Lines(Source, FootLetters);

    private int Above => Margin + Head.Count * HeadLine + 8;

    /// <summary>CSS pixels.</summary>
    public int Height => Above + Chart.Height + 20 + Foot.Count * FootLine + Margin / 2;

    /// <summary>An SVG file that needs nothing else. Follows the reader's choice of a light or a dark ground.</summary>
    public string ToSvg()
    {
        var inner = new Svg(Chart.Kind, Margin, Above, Width - 2 * Margin, Chart.Height);
        Chart.Draw(inner);
        var svg = new StringBuilder(8192);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"t d\">");
        svg.Append($"<title id=\"t\">{Svg.Escape(Chart.Title)}</title><desc id=\"d\">{Svg.Escape(Chart.Description)}</desc><style>{ChartStyle.Sheet()}</style>");
        svg.Append("<rect class=\"ground\" width=\"100%\" height=\"100%\"/>");
        foreach (var (line, i) in Head.Select((l, i) => (l, i))) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"head\" x=\"{Margin}\" y=\"{HeadAt(i)}\">{Svg.Escape(line)}</text>");
        svg.Append(inner.End());
        foreach (var (line, i) in Foot.Select((l, i) => (l, i))) svg.Append(CultureInfo.InvariantCulture, $"<text class=\"foot\" x=\"{Margin}\" y=\"{FootAt(i)}\">{Svg.Escape(line)}</text>");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The same in strokes alone, as SVG for a rasteriser.</summary>
    public string ToStrokes(ChartTheme theme)
    {
        var sketch = new Sketch(Width, Height, ChartStyle.Colour(ChartTone.Page, theme));
        foreach (var (line, i) in Head.Select((l, i) => (l, i))) sketch.Text(Margin, HeadAt(i), SketchPen.Strokes(line), 12.5, ChartStyle.Colour(ChartTone.Text, theme), 0.17);
        Chart.Draw(new SketchPen(sketch, Margin, Above, Width - 2 * Margin, theme));
        foreach (var (line, i) in Foot.Select((l, i) => (l, i))) sketch.Text(Margin, FootAt(i), SketchPen.Strokes(line), 7.8, ChartStyle.Colour(ChartTone.Quiet, theme));
        return sketch.Svg();
    }

    private static int HeadAt(int line) => Margin + 16 + line * HeadLine;

    private int FootAt(int line) => Above + Chart.Height + 26 + line * FootLine;

    /// <summary>Broken between words; a word longer than a line is cut into pieces.</summary>
    private static List<string> Lines(string text, int letters)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Units.Visible.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(letters).Select(c => new string(c))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line);
                line = "";
            }
            line += line.Length == 0 ? word : " " + word;
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        return lines;
    }
}

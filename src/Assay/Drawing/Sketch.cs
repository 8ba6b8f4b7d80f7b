using System.Globalization;
using System.Text;

namespace Assay.Drawing;

/// <summary>
/// Draws a picture as SVG that looks the same on every machine and fetches nothing: for pictures of the project's own making and for marks upon
/// a picture. Lengths are pixels from the top left corner. Colours are SVG's: <c>#rrggbb</c>, a name, or <c>none</c>. For one thread.
/// </summary>
public sealed class Sketch
{
    private readonly StringBuilder body = new();

    /// <param name="width">1 and above.</param>
    /// <param name="height">1 and above.</param>
    /// <param name="ground">The colour beneath; null leaves it transparent.</param>
    public Sketch(int width, int height, string? ground = null)
    {
        if (width < 1 || height < 1) throw new ArgumentOutOfRangeException(nameof(width), $"A sketch of {width} × {height} pixels has no room; 1 × 1 is the least.");
        (Width, Height) = (width, height);
        if (ground is not null) Box(0, 0, width, height, new(ground));
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>How wide a line of text comes out.</summary>
    /// <param name="text">One line.</param>
    /// <param name="size">Height of a capital.</param>
    public static double TextWidth(string text, double size) => StrokeFont.Width(text) * size / StrokeFont.CapHeight;

    /// <summary>Whether the letters hold this character; another is drawn as a crossed box.</summary>
    public static bool CanWrite(char character) => StrokeFont.Has(character);

    /// <param name="radius">Of its corners.</param>
    public Sketch Box(double x, double y, double width, double height, Ink ink, double radius = 0) =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"{(radius > 0 ? $" rx=\"{N(radius)}\"" : "")}{A(ink)}/>");

    public Sketch Oval(double centreX, double centreY, double radiusX, double radiusY, Ink ink) =>
        Add($"<ellipse cx=\"{N(centreX)}\" cy=\"{N(centreY)}\" rx=\"{N(radiusX)}\" ry=\"{N(radiusY)}\"{A(ink)}/>");

    public Sketch Line(double x1, double y1, double x2, double y2, Ink ink) =>
        Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke-linecap=\"round\"{A(ink)}/>");

    /// <summary>A closed shape through these corners.</summary>
    public Sketch Shape(Ink ink, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var points = new List<string>();
        foreach (var (x, y) in corners) points.Add($"{N(x)},{N(y)}");
        return Add($"<polygon points=\"{string.Join(' ', points)}\" stroke-linejoin=\"round\"{A(ink)}/>");
    }

    /// <param name="path">Commands of an SVG path.</param>
    public Sketch Path(string path, Ink ink) => Add($"<path d=\"{Escape(path)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"{A(ink)}/>");

    /// <summary>One line of text.</summary>
    /// <param name="x">Where <paramref name="place"/> says.</param>
    /// <param name="baseline">The line the letters stand on.</param>
    /// <param name="text">One line; what is no letter of the font becomes a crossed box.</param>
    /// <param name="size">Height of a capital.</param>
    /// <param name="colour">Of the pen.</param>
    /// <param name="weight">Width of the pen as a share of the size; 0.13 reads as plain, 0.2 as bold.</param>
    /// <param name="place">What of the text stands at <paramref name="x"/>.</param>
    public Sketch Text(double x, double baseline, string text, double size, string colour, double weight = 0.13, TextPlace place = TextPlace.Start)
    {
        var scale = size / StrokeFont.CapHeight;
        var left = x - place switch { TextPlace.Middle => TextWidth(text, size) / 2, TextPlace.End => TextWidth(text, size), _ => 0 };
        Add($"<g transform=\"translate({N(left)} {N(baseline - size)}) scale({N(scale)})\" fill=\"none\" stroke=\"{Escape(colour)}\" stroke-width=\"{N(weight * StrokeFont.CapHeight)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
        var at = 0.0;
        foreach (var character in text)
        {
            var glyph = StrokeFont.Of(character);
            if (glyph.Path.Length > 0) Add($"<path transform=\"translate({N(at)} 0)\" d=\"{glyph.Path}\"/>");
            at += glyph.Width + StrokeFont.Gap;
        }
        return Add("</g>");
    }

    /// <summary>Draws something turned about a point.</summary>
    /// <param name="degrees">Clockwise.</param>
    public Sketch Turned(double degrees, double x, double y, Action<Sketch> draw)
    {
        Add($"<g transform=\"rotate({N(degrees)} {N(x)} {N(y)})\">");
        draw(this);
        return Add("</g>");
    }

    /// <summary>A frame around a thing, with its label on a ground of the frame's colour: above it, or inside where there is no room.</summary>
    /// <param name="dashes">Lengths of stroke and gap, such as <c>8 4</c>, so that frames can be told apart without their colours; null for a whole line.</param>
    /// <param name="size">Height of a capital of the label.</param>
    public Sketch Frame(double x, double y, double width, double height, string label, string colour, string? dashes = null, double size = 11)
    {
        Box(x, y, width, height, new(Stroke: colour, Pen: Math.Max(2, size / 4), Dashes: dashes));
        if (label.Length == 0) return this;
        var (tall, wide) = (size * 1.9, TextWidth(label, size) + size);
        var top = y >= tall ? y - tall : y;
        var left = Math.Clamp(x, 0, Math.Max(0, Width - wide));
        return Box(left, top, wide, tall, new(colour)).Text(left + size / 2, top + size * 1.4, label, size, "#ffffff", 0.15);
    }

    /// <summary>The drawing as SVG.</summary>
    public string Svg() => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\">{body}</svg>";

    private Sketch Add(string element)
    {
        body.Append(element);
        return this;
    }

    private static string A(Ink ink) =>
        $" fill=\"{Escape(ink.Fill ?? "none")}\"{(ink.Stroke is null ? "" : $" stroke=\"{Escape(ink.Stroke)}\" stroke-width=\"{N(ink.Pen)}\"")}{(ink.Dashes is null ? "" : $" stroke-dasharray=\"{Escape(ink.Dashes)}\"")}{(ink.Opacity < 1 ? $" opacity=\"{N(ink.Opacity)}\"" : "")}";

    private static string N(double number) => double.IsFinite(number) ? Math.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture) : throw new ArgumentOutOfRangeException(nameof(number), number, "A length must be a number.");

    private static string Escape(string words) => words.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;");
}

/// <summary>What a shape is drawn with.</summary>
/// <param name="Fill">Colour inside.</param>
/// <param name="Stroke">Colour of the line around; null for none.</param>
/// <param name="Pen">Its width, pixels.</param>
/// <param name="Dashes">Lengths of stroke and gap; null for a whole line.</param>
/// <param name="Opacity">0 to 1.</param>
public readonly record struct Ink(string Fill = "none", string? Stroke = null, double Pen = 1, string? Dashes = null, double Opacity = 1)
{
    /// <summary>A line only.</summary>
    public static Ink Pencil(string colour, double pen = 2) => new("none", colour, pen);
}

public enum TextPlace
{
    Start = 0,
    Middle = 1,
    End = 2,
}

using System.Globalization;
using Assay.Charts;
using Assay.Units;

namespace Assay.Drawing.Published;

/// <summary>
/// A line of three parts for somebody's page: what it is of, what is known, as of when. In letters of the reader's machine, whose width is held to what was
/// reckoned here, so that the parts fit whatever the font.
/// </summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">What is known, or "unknown".</param>
/// <param name="AsOf">The day: 2026-07-02.</param>
/// <param name="Link">The whole address of the page that has the evidence.</param>
public sealed record Badge(string Label, string Value, string AsOf, string Link)
{
    /// <summary>Pixels.</summary>
    public const int Height = 20;

    /// <summary>Longer parts are cut.</summary>
    public const int LongestPart = 60;

    private const double Pad = 7, Size = 11;

    /// <summary>All of it in words, for those who do not see it.</summary>
    public string Words => $"{Part(Label)}: {Part(Value)}, as of {AsOf}";

    public string Svg()
    {
        (string Text, string Ground, string Ink)[] parts = [(Part(Label), "#3d4148", "#ffffff"), (Part(Value), Value == "unknown" ? "#6b6e75" : "#0b5394", "#ffffff"), ("as of " + AsOf, "#f4f4f1", "#3d4148")];
        var (x, body) = (0.0, "");
        foreach (var (text, ground, ink) in parts)
        {
            var wide = Wide(text);
            body += $"<rect x=\"{N(x)}\" width=\"{N(wide + 2 * Pad)}\" height=\"{Height}\" fill=\"{ground}\"/>"
                + $"<text x=\"{N(x + Pad)}\" y=\"14\" fill=\"{ink}\" textLength=\"{N(wide)}\" lengthAdjust=\"spacingAndGlyphs\">{Charts.Svg.Escape(text)}</text>";
            x += wide + 2 * Pad;
        }
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(x)}\" height=\"{Height}\" role=\"img\" aria-label=\"{Charts.Svg.Escape(Words)}\"><title>{Charts.Svg.Escape(Words)}</title>"
            + $"<clipPath id=\"r\"><rect width=\"{N(x)}\" height=\"{Height}\" rx=\"3\"/></clipPath><a href=\"{Charts.Svg.Escape(Link)}\"><g clip-path=\"url(#r)\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"{N(Size)}\">{body}</g></a></svg>";
    }

    private static string Part(string text) => Visible.Line(text, LongestPart);

    /// <summary>About as wide as common fonts without serifs draw it.</summary>
    private static double Wide(string text) => Math.Ceiling(text.Sum(Wide) * Size);

    private static double Wide(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.32,
        ' ' or 'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' or '-' or '·' => 0.4,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 0.95,
        >= 'A' and <= 'Z' => 0.7,
        > '\u2e7f' => 1,
        _ => 0.62,
    };

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

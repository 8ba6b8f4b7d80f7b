using System.Globalization;
using System.Text;
using Assay.Units;

namespace Assay.Charts;

/// <summary>
/// Writes one SVG. Across, places are shares of the width, so that text keeps its size at 320 and at 1,280 pixels; down, they are pixels.
/// Colours and weights are classes of the style sheet. Every text is escaped here and nowhere else.
/// </summary>
internal sealed class Svg : Pen
{
    private readonly StringBuilder text = new(4096);
    private readonly bool links;

    /// <param name="id">Unique on the page; title and description are named after it.</param>
    /// <param name="links">Marks are links: then it is a group and not one picture, whose parts nobody could reach.</param>
    public Svg(string id, string kind, int height, string title, string description, bool links = false)
    {
        this.links = links;
        text.Append($"<svg class=\"chart {kind}\" role=\"{(links ? "group" : "img")}\" aria-labelledby=\"{Escape(id)}-t {Escape(id)}-d\" width=\"100%\" height=\"{height}\" xmlns=\"http://www.w3.org/2000/svg\">");
        Inner("title", $"{id}-t", title);
        Inner("desc", $"{id}-d", description);
    }

    /// <summary>A part of a larger drawing, in a place of it; its dots lead nowhere.</summary>
    public Svg(string kind, int x, int y, int width, int height) =>
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart {kind}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" overflow=\"visible\">");

    public override void Line(double x1, double y1, double x2, double y2, string css) =>
        text.Append($"<line class=\"{css}\" x1=\"{Share(x1)}\" y1=\"{Pixel(y1)}\" x2=\"{Share(x2)}\" y2=\"{Pixel(y2)}\"/>");

    public override void Dot(double x, double y, double radius, string css, string hint, string? entry = null)
    {
        if (!links) entry = null;
        if (entry is not null) text.Append($"<a href=\"#e{Escape(entry)}\" data-e=\"{Escape(entry)}\" aria-label=\"{Escape(hint)}\">");
        text.Append($"<circle class=\"{css}\" cx=\"{Share(x)}\" cy=\"{Pixel(y)}\" r=\"{Pixel(radius)}\"><title>");
        Text(hint);
        text.Append("</title></circle>");
        if (entry is not null) text.Append("</a>");
    }

    public override void Mark(double x, double y, int place, string hint)
    {
        // In a drawing of its own: only there may a shape stand at a share of the width.
        text.Append($"<svg class=\"dot s{place}\" x=\"{Share(x)}\" y=\"{Pixel(y)}\" overflow=\"visible\"><g transform=\"translate(-6 -6)\"><title>");
        Text(hint);
        text.Append($"</title>{Drawing.ModelShape.Svg(place)}</g></svg>");
    }

    public override void Open(string? key)
    {
        if (key is not null) text.Append($"<g data-key=\"{Escape(key)}\">");
    }

    public override void Close(string? key)
    {
        if (key is not null) text.Append("</g>");
    }

    public override void Words(double x, double y, string words, string css, string anchor = "start", double shift = 0, int longest = LongestText)
    {
        text.Append($"<text class=\"{css}\" x=\"{Share(x)}\" y=\"{Pixel(y)}\"");
        if (shift != 0) text.Append($" dx=\"{Pixel(shift)}\"");
        if (anchor != "start") text.Append($" text-anchor=\"{anchor}\"");
        text.Append('>');
        Text(words.Length > longest ? Visible.Line(words, longest) : words);
        if (words.Length > longest)
        {
            text.Append("<title>");
            Text(words);
            text.Append("</title>");
        }
        text.Append("</text>");
    }

    public string End() => text.Append("</svg>").ToString();

    private void Inner(string tag, string id, string words)
    {
        text.Append($"<{tag} id=\"{Escape(id)}\">");
        Text(words);
        text.Append($"</{tag}>");
    }

    private void Text(string words) => text.Append(Escape(words));

    private static string Share(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Pixel(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("<>&\"'");

    /// <summary>For text and attributes, without the characters that XML cannot hold.</summary>
    internal static string Escape(string words)
    {
        words = Visible.Of(words);
        if (words.AsSpan().IndexOfAny(Special) < 0) return words;
        var escaped = new StringBuilder(words.Length + 16);
        foreach (var c in words)
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }
}

using System.Text;
using System.Xml;

namespace Assay.Adapters.Images;

/// <summary>
/// Holds that a drawing given to the rasteriser is one of the program's own kind: shapes and texts, nothing that fetches, runs or expands.
/// Texts in a drawing may come from models, so a slip in escaping must not become a way in.
/// </summary>
public static class OwnSvg
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan", "title", "desc", "pattern", "linearGradient", "radialGradient", "stop", "clipPath",
    };

    /// <returns>The drawing as bytes.</returns>
    /// <exception cref="ArgumentException">What is in it that may not be.</exception>
    public static byte[] Checked(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 });
            while (reader.Read())
                if (Fault(reader) is { } fault) throw new ArgumentException($"The drawing {fault}.", nameof(svg));
        }
        catch (XmlException e)
        {
            throw new ArgumentException($"The drawing is not well-formed: {e.Message}", nameof(svg), e);
        }
        return Encoding.UTF8.GetBytes(svg);
    }

    private static string? Fault(XmlReader reader)
    {
        if (reader.NodeType is XmlNodeType.ProcessingInstruction) return $"has an instruction '{reader.Name}'; none is allowed";
        if (reader.NodeType is not XmlNodeType.Element) return null;
        var element = reader.Name;
        if (!Elements.Contains(element)) return $"has an element '{element}'; allowed are {string.Join(", ", Elements)}";
        while (reader.MoveToNextAttribute())
        {
            var fetches = reader.LocalName == "href" || reader.Name is "xml:base" or "style" || reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase);
            if (fetches || LeadsOut(reader.Value)) return $"has in '{element}' an attribute {reader.Name}=\"{reader.Value}\", which could fetch something; only url(#…) is allowed";
        }
        reader.MoveToElement();
        return null;
    }

    /// <summary>Whether a value could name something outside the drawing, in plain words or with CSS's escapes.</summary>
    private static bool LeadsOut(string value)
    {
        if (value.Contains('\\') || value.Contains("@import", StringComparison.OrdinalIgnoreCase)) return true;
        for (var at = value.IndexOf("url", StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf("url", at + 3, StringComparison.OrdinalIgnoreCase))
            if (value[(at + 3)..].TrimStart() is ['(', .. var rest] && !rest.TrimStart().StartsWith('#')) return true;
        return false;
    }
}

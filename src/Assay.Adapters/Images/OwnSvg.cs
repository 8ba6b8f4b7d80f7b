using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Assay.Adapters.Images;

/// <summary>
/// Holds that a drawing given to the rasteriser is one of the program's own kind: shapes and texts, nothing that fetches, runs or expands.
/// Texts in a drawing may come from models, so a slip in escaping must not become a way in.
/// </summary>
public static partial class OwnSvg
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
            while (reader.Read()) Check(reader);
        }
        catch (XmlException e)
        {
            throw new ArgumentException($"The drawing is not well-formed: {e.Message}", nameof(svg), e);
        }
        return Encoding.UTF8.GetBytes(svg);
    }

    private static void Check(XmlReader reader)
    {
        if (reader.NodeType is XmlNodeType.ProcessingInstruction) throw new ArgumentException($"The drawing has an instruction '{reader.Name}'; none is allowed.");
        if (reader.NodeType is not XmlNodeType.Element) return;
        var element = reader.Name;
        if (!Elements.Contains(element)) throw new ArgumentException($"The drawing has an element '{element}'; allowed are {string.Join(", ", Elements)}.");
        while (reader.MoveToNextAttribute())
        {
            var fetches = reader.LocalName == "href" || reader.Name is "xml:base" or "style" || reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase);
            if (fetches || Reference().IsMatch(reader.Value) || reader.Value.Contains('\\')) throw new ArgumentException($"The drawing's '{element}' has an attribute {reader.Name}=\"{reader.Value}\", which could fetch something; only url(#…) is allowed.");
        }
        reader.MoveToElement();
    }

    [GeneratedRegex(@"url\s*\((?!\s*#)|@import", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Playground;

/// <summary>Two texts as one, with what only one of them has marked. Written without a blank between the pieces: a blank would be a difference.</summary>
public sealed class DiffHtml(IReadOnlyList<DiffView> pieces) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in pieces)
        {
            var tag = piece.Kind switch { "only_a" => "del", "only_b" => "ins", _ => null };
            if (tag is not null) writer.Write($"<{tag}>");
            encoder.Encode(writer, piece.Text);
            if (tag is not null) writer.Write($"</{tag}>");
        }
    }
}

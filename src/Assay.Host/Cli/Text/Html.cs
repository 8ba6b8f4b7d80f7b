using System.Net;
using System.Text;
using Assay.Units;

namespace Assay.Host.Cli.Text;

/// <summary>A document as one file of HTML: nothing to fetch, nothing to run.</summary>
public static class Html
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
        table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .7rem; border-bottom: 1px solid #ddd; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        .strong { font-weight: 600; } .quiet, .unknown { color: #5c5c5c; } .yes { color: #0a6b2d; } .no { color: #a3261b; } .disputed { color: #8a5300; }
        @media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #161616; } th, td { border-color: #3a3a3a; } a { color: #8ab4f8; }
          .quiet, .unknown { color: #a8a8a8; } .yes { color: #6fcf8e; } .no { color: #f28b82; } .disputed { color: #f0b95a; } }
        """;

    /// <summary>How a page ends.</summary>
    public const string Close = "</body>\n</html>\n";

    public static string Write(Document document) => Open(document.Title) + Blocks(document) + Close;

    /// <summary>How a page begins. No browser may load or run anything for it, whatever is written into it.</summary>
    /// <param name="title">Of the page.</param>
    /// <param name="style">Rules beside the usual ones.</param>
    public static string Open(string title, string style = "") =>
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + (style.Length == 0 ? "" : "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
        + $"<title>{Escape(title)}</title>\n<style>\n{Style}{(style.Length == 0 ? "" : "\n" + style)}\n</style>\n</head>\n<body>\n";

    /// <summary>A document without the page around it.</summary>
    public static string Blocks(Document document)
    {
        var output = new StringBuilder();
        // A table is called what its heading says.
        var above = document.Title;
        foreach (var block in document.Blocks)
        {
            block.Match(
                heading => output.Append("<h").Append(heading.Level).Append('>').Append(Escape(above = heading.Text)).Append("</h").Append(heading.Level).Append(">\n"),
                paragraph => output.Append("<p").Append(Class(paragraph.Phrase.Tone)).Append('>').Append(Escape(paragraph.Phrase.Text)).Append("</p>\n"),
                bullets => Items(output, bullets.Items),
                table => Table(output, table, above),
                verbatim => output.Append("<pre>").Append(Escape(verbatim.Text)).Append("</pre>\n"));
        }
        return output.ToString();
    }

    private static StringBuilder Items(StringBuilder output, IReadOnlyList<BulletItem> items)
    {
        output.Append("<ul>\n");
        foreach (var item in items)
        {
            output.Append("<li").Append(Class(item.Phrase.Tone)).Append('>').Append(Escape(item.Phrase.Text));
            if (item.Url is not null) output.Append(' ').Append(Address(item.Url));
            if (item.Under is { Count: > 0 }) Items(output, item.Under);
            output.Append("</li>\n");
        }
        return output.Append("</ul>\n");
    }

    private static StringBuilder Table(StringBuilder output, Block.Table table, string name)
    {
        output.Append("<table").Append(name.Length == 0 ? "" : $" aria-label=\"{Escape(name)}\"").Append(">\n<thead><tr>");
        foreach (var column in table.Columns) output.Append("<th scope=\"col\"").Append(column.Number ? " class=\"n\"" : "").Append('>').Append(Escape(column.Heading)).Append("</th>");
        if (table.HasDetails) output.Append("<th scope=\"col\">").Append(Escape(table.DetailHeading)).Append("</th>");
        output.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            output.Append("<tr>");
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var tag = i == 0 ? "th" : "td";
                output.Append('<').Append(tag).Append(i == 0 ? " scope=\"row\"" : "").Append(Class(row.Cells[i].Tone, table.Columns[i].Number)).Append('>').Append(Escape(row.Cells[i].Text)).Append("</").Append(tag).Append('>');
            }
            if (table.HasDetails) output.Append("<td>").Append(Escape(row.Detail ?? "")).Append("</td>");
            output.Append("</tr>\n");
        }
        return output.Append("</tbody>\n</table>\n");
    }

    /// <summary>Only addresses of the web become links: a source's text must not become a script.</summary>
    private static string Address(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? $"<a href=\"{Escape(url)}\" rel=\"nofollow noopener\">{Escape(url)}</a>"
        : Escape(url);

    private static string Class(Tone tone, bool number = false)
    {
        var name = string.Join(' ', new[] { tone is Tone.Plain ? null : tone.ToString().ToLowerInvariant(), number ? "n" : null }.Where(n => n is not null));
        return name.Length == 0 ? "" : $" class=\"{name}\"";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(Visible.Of(text));
}

using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>
/// A model's reply as Markdown. A reply is hostile until shown otherwise: raw HTML in it is text, and of what Markdown makes only listed elements and
/// attributes stay. Nothing in it loads anything; links are followed only by those who click them.
/// </summary>
public static class ReplyHtml
{
    /// <summary>Characters that are worked into Markdown; what is longer is shown as text.</summary>
    private const int Most = 100_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras().UseTaskLists().UseAutoLinks().ConfigureNewLine("\n").Build();

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["p"] = [], ["br"] = [], ["hr"] = [], ["em"] = [], ["strong"] = [], ["del"] = [], ["sub"] = [], ["sup"] = [], ["mark"] = [], ["ins"] = [], ["code"] = [], ["pre"] = [], ["blockquote"] = [],
        ["ul"] = [], ["ol"] = ["start"], ["li"] = [], ["h1"] = [], ["h2"] = [], ["h3"] = [], ["h4"] = [], ["h5"] = [], ["h6"] = [],
        ["table"] = [], ["thead"] = [], ["tbody"] = [], ["tr"] = [], ["th"] = [], ["td"] = [], ["a"] = ["href"],
    };

    public static IHtmlContent Of(string reply) => new HtmlString(reply.Length > Most ? $"<pre>{HtmlEncoder.Default.Encode(reply)}</pre>" : Clean(Parse(reply)));

    private static string Parse(string reply)
    {
        try
        {
            return Markdown.ToHtml(reply, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser follows: then it is no text for people, and shown as it came.
            return $"<pre>{HtmlEncoder.Default.Encode(reply)}</pre>";
        }
    }

    private static string Clean(string html)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToArray()) Clean(document, element);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var node in body.ChildNodes) node.ToHtml(text, HtmlMarkupFormatter.Instance);
        return text.ToString();
    }

    private static void Clean(IDocument document, IElement element)
    {
        if (element.LocalName == "img")
        {
            // An image would be loaded from wherever the model says, and tell it who reads.
            element.Replace(document.CreateTextNode($"[image not loaded: {element.GetAttribute("alt")} {element.GetAttribute("src")}]"));
            return;
        }
        if (element.LocalName == "input")
        {
            element.Replace(document.CreateTextNode(element.HasAttribute("checked") ? "☑ " : "☐ "));
            return;
        }
        if (element.NamespaceUri != NamespaceNames.HtmlUri || !Allowed.TryGetValue(element.LocalName, out var attributes))
        {
            element.Replace(document.CreateTextNode(element.TextContent));
            return;
        }
        foreach (var attribute in element.Attributes.Select(a => a.Name).ToArray())
            if (!attributes.Contains(attribute)) element.RemoveAttribute(attribute);
        if (element.LocalName == "a") Link(element);
        // Headings of a reply stand below those of the page.
        if (element.LocalName is ['h', >= '1' and <= '6'])
        {
            var line = document.CreateElement("p");
            var strong = document.CreateElement("strong");
            foreach (var node in element.ChildNodes.ToArray()) strong.AppendChild(node);
            line.AppendChild(strong);
            element.Replace(line);
        }
    }

    private static void Link(IElement link)
    {
        if (!EvidenceHtml.IsWeb(link.GetAttribute("href")) || !Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out _)) link.RemoveAttribute("href");
        else
        {
            link.SetAttribute("rel", "nofollow noopener noreferrer");
            link.SetAttribute("target", "_blank");
        }
    }
}

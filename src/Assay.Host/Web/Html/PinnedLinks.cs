using Assay.Host.Catalog;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Assay.Host.Web.Html;

/// <summary>On a page of a past day, links to other pages and forms keep the day, so that nobody leaves it unawares.</summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "method")]
public sealed class PinnedLinks : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var asked = AskedDay.Of(View.HttpContext);
        if (!asked.IsPast || output.Attributes.ContainsName("data-unpinned")) return;
        if (output.TagName == "form") output.PostContent.AppendHtml(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "hidden", ["name"] = "asof", ["value"] = asked.Text } });
        else if (output.Attributes["href"].Value is { } href) output.Attributes.SetAttribute("href", Pinned(Text(href), asked.Text!));
    }

    /// <summary>The address with the day; addresses of other sites, of places on the page and with a day of their own stay as they are.</summary>
    public static string Pinned(string href, string day)
    {
        if (!(href.StartsWith('/') || href.StartsWith('?')) || href.StartsWith("//", StringComparison.Ordinal) || href.Contains("asof=", StringComparison.Ordinal)) return href;
        var hash = href.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? at : href.Length;
        return $"{href[..hash]}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asof={Uri.EscapeDataString(day)}{href[hash..]}";
    }

    private static string Text(object value)
    {
        if (value is not Microsoft.AspNetCore.Html.IHtmlContent content) return value.ToString() ?? "";
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}

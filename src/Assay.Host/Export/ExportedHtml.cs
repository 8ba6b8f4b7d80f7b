using System.Text.Encodings.Web;
using Assay.Comparison;
using Assay.Units;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Export;

/// <summary>Words that only pages of a copy have.</summary>
public static class ExportedHtml
{
    /// <summary>For what depends on the traffic and cannot be worked out anew without a server: at which traffic it was.</summary>
    public static IHtmlContent At(HttpContext context, TrafficProfile traffic) => Exported.Of(context) is null ? HtmlString.Empty
        : new HtmlString($"<p class=\"small quiet at\">At {Format.Count(traffic.InputTokens)} in and {Format.Count(traffic.OutputTokens)} out a month.</p>");

    /// <summary>In the place of a form that only the live site answers.</summary>
    /// <param name="what">What it would do, as the beginning of a sentence.</param>
    public static IHtmlContent LiveOnly(string what) => new HtmlString($"<p class=\"small quiet live-only\">{HtmlEncoder.Default.Encode(what)}: live only, run <code>assay serve</code>.</p>");
}

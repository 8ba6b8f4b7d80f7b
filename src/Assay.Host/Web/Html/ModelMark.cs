using Assay.Drawing;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>The shape and hue that a model keeps through one comparison: by its place on the page. Shape alone is enough to tell them apart.</summary>
public static class ModelMark
{
    /// <summary>For a sentence that takes no side.</summary>
    public static readonly IHtmlContent None = new HtmlString("<svg class=\"neutral\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\"><path d='M2 6h8'/></svg>");

    public static IHtmlContent At(int place) => new HtmlString($"<svg class=\"m m{place}\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\">{ModelShape.Svg(place)}</svg>");
}

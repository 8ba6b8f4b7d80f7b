using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>The shape and hue that a model keeps through one comparison: by its place on the page. Shape alone is enough to tell them apart.</summary>
public static class ModelMark
{
    private static readonly string[] Shapes =
    [
        "<circle cx='6' cy='6' r='5'/>", "<rect x='1.5' y='1.5' width='9' height='9'/>", "<path d='M6 .8 11.4 11H.6z'/>",
        "<path d='M6 .4 11.6 6 6 11.6.4 6z'/>", "<path d='M6 11.2.6 1h10.8z'/>", "<path d='M4.2.8h3.6v3.4h3.4v3.6H7.8v3.4H4.2V7.8H.8V4.2h3.4z'/>",
    ];

    /// <summary>For a sentence that takes no side.</summary>
    public static readonly IHtmlContent None = new HtmlString("<svg class=\"neutral\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\"><path d='M2 6h8'/></svg>");

    public static IHtmlContent At(int place) => new HtmlString($"<svg class=\"m m{place}\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\">{Shapes[place % Shapes.Length]}</svg>");
}

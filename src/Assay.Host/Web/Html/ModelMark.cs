using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>The shape and hue that a model keeps through one comparison: by its place on the page. Shape alone is enough to tell them apart.</summary>
public static class ModelMark
{
    private static readonly string[] Shapes =
    [
        "<circle cx='6' cy='6' r='5'/>", "<rect x='1.5' y='1.5' width='9' height='9'/>", "<path d='M6 .8 11.4 11H.6z'/>",
        "<path d='M6 .4 11.6 6 6 11.6.4 6z'/>", "<path d='M6 11.2.6 1h10.8z'/>", "<path d='M4.2.8h3.6v3.4h3.4v3.6H7.8v3.4H4.2V7.8H.8V4.2h3.4z'/>",
        "<path d='M3.2 1h5.6L11.6 6 8.8 11H3.2L.4 6z'/>", "<path d='M2.6.8 6 4.2 9.4.8l1.8 1.8L7.8 6l3.4 3.4-1.8 1.8L6 7.8l-3.4 3.4L.8 9.4 4.2 6 .8 2.6z'/>",
    ];

    /// <summary>For a sentence that takes no side.</summary>
    public static readonly IHtmlContent None = new HtmlString("<svg class=\"neutral\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\"><path d='M2 6h8'/></svg>");

    public static IHtmlContent At(int place) => new HtmlString($"<svg class=\"m m{place}\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\">{Shapes[place % Shapes.Length]}</svg>");
}

using System.Text.Encodings.Web;
using Assay.Catalog;

namespace Assay.Host.Publishing.Embeds;

/// <summary>Something to copy onto a page of one's own, with how it looks.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Code">To be copied.</param>
/// <param name="Preview">The path of what it shows.</param>
/// <param name="Alt">In words.</param>
/// <param name="Height">Pixels of the frame; null for a picture.</param>
public sealed record Snippet(string Title, string Code, string Preview, string Alt, int? Height = null)
{
    /// <summary>Of a comparison.</summary>
    /// <param name="title">Of its page.</param>
    /// <param name="rows">Of its scorecard.</param>
    internal static IReadOnlyList<Snippet> Of(IReadOnlyList<Model> models, string title, int rows, SiteUrl site)
    {
        var (embed, badge) = (PublicAddress.Embed(models), PublicAddress.Badge(models));
        return [Framed("The comparison, as a frame", embed, title, rows, site), .. Badge("Which is cheaper, as a badge", badge, PublicAddress.Page(models), $"Which is cheaper: {title}", site)];
    }

    /// <summary>Of a model.</summary>
    internal static IReadOnlyList<Snippet> Of(Model model, int rows, SiteUrl site) =>
    [
        Framed("The model, as a frame", PublicAddress.Embed(model), model.Name, rows, site),
        .. ((string, string)[])[("Its price", "price"), ("Its context window", "context"), ("Its lifecycle", "lifecycle")] is var kinds
            ? kinds.SelectMany(k => Badge($"{k.Item1}, as a badge", PublicAddress.Badge(model, k.Item2), PublicAddress.Page(model), $"{k.Item1}: {model.Name}", site)) : [],
    ];

    private static Snippet Framed(string title, string path, string alt, int rows, SiteUrl site)
    {
        var frame = new Frame(site.To(path), alt, rows);
        return new(title, frame.Html(Frame.Width, frame.Height), path, alt, frame.Height);
    }

    private static IEnumerable<Snippet> Badge(string title, string path, string page, string alt, SiteUrl site)
    {
        var (picture, link, words) = (HtmlEncoder.Default.Encode(site.To(path)), HtmlEncoder.Default.Encode(site.To(page)), HtmlEncoder.Default.Encode(alt));
        yield return new(title + ", HTML", $"<a href=\"{link}\"><img src=\"{picture}\" alt=\"{words}\" height=\"{Drawing.Published.Badge.Height}\"></a>", path, alt);
        yield return new(title + ", Markdown", $"[![{Plain(alt)}]({site.To(path)})]({site.To(page)})", path, alt);
    }

    /// <summary>Without what would end the text of a link.</summary>
    private static string Plain(string text) => text.Replace('[', '(').Replace(']', ')').Replace('\\', '/');
}

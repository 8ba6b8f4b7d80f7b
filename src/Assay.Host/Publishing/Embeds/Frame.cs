using System.Text.Encodings.Web;

namespace Assay.Host.Publishing.Embeds;

/// <summary>A frame with an embed in it, as others write it on their pages.</summary>
/// <param name="Address">Whole.</param>
/// <param name="Title">Read aloud in its place.</param>
/// <param name="Rows">Of its table.</param>
internal sealed record Frame(string Address, string Title, int Rows)
{
    /// <summary>Pixels.</summary>
    public const int Width = 640;

    /// <summary>Pixels: what is longer is scrolled.</summary>
    public int Height => 290 + 42 * Rows;

    public string Html(int width, int height) =>
        $"<iframe src=\"{HtmlEncoder.Default.Encode(Address)}\" width=\"{width}\" height=\"{height}\" style=\"border:0;max-width:100%\" loading=\"lazy\" title=\"{HtmlEncoder.Default.Encode(Title)}\"></iframe>";
}

using System.Text.Encodings.Web;
using Assay.Host.Benchmarks;
using Microsoft.AspNetCore.Html;

namespace Assay.Host.Web.Html;

/// <summary>Parts of a line of scores.</summary>
public static class ScoreHtml
{
    /// <summary>Who is scored: a link where it is a model of the catalogue, how it was run, and what the source calls it where that is another name.</summary>
    public static IHtmlContent Who(ScoreView score, bool label = true)
    {
        var name = HtmlEncoder.Default.Encode(score.Name);
        var html = score.Model is null ? name : $"<a href=\"/models/{HtmlEncoder.Default.Encode(score.Model)}\">{name}</a>";
        if (score.Configuration is not null) html += ", " + HtmlEncoder.Default.Encode(score.Configuration);
        if (label && score.Model is not null && score.Label is not null && Letters(score.Label) != Letters(score.Name))
            html += $"<br><span class=\"small quiet\">called {HtmlEncoder.Default.Encode(score.Label)}</span>";
        return new HtmlString(html);
    }

    /// <summary>The publisher, with a link to where it says so.</summary>
    public static IHtmlContent Source(ScoreView score)
    {
        var (publisher, url) = (HtmlEncoder.Default.Encode(score.Claims[0].Source), score.Claims[0].Url);
        return new HtmlString(EvidenceHtml.IsWeb(url) ? $"<a href=\"{HtmlEncoder.Default.Encode(url)}\" rel=\"nofollow noopener\">{publisher}</a>" : publisher);
    }

    /// <summary>Two spellings of one name are not worth telling apart.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

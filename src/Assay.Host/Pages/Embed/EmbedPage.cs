using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Embed;

/// <summary>A page that stands in a frame on somebody else's: small, whole in itself, without scripts.</summary>
public abstract class EmbedPage : PageModel
{
    private static readonly string[] Themes = ["auto", "light", "dark"];

    /// <summary><c>light</c>, <c>dark</c>, or <c>auto</c> where the reader's browser decides.</summary>
    public string Theme { get; private set; } = Themes[0];

    public string Title { get; private set; } = "";

    /// <summary>The whole address of the page that it is a cut of; null where there is none.</summary>
    public string? PageAddress { get; private set; }

    /// <summary>Why there is nothing to show; null where there is.</summary>
    public string? Fault { get; private set; }

    /// <returns>False where the theme is none: the fault is told.</returns>
    private protected bool ReadTheme()
    {
        var asked = Request.Query["theme"].ToString();
        if (asked.Length == 0 || Themes.Contains(asked, StringComparer.Ordinal))
        {
            if (asked.Length > 0) Theme = asked;
            return true;
        }
        Refuse(new(StatusCodes.Status400BadRequest, $"There is no theme '{asked}': write {string.Join(", ", Themes)}, or leave it out.", Results.Empty));
        return false;
    }

    /// <param name="page">Path of the page that it is a cut of.</param>
    private protected void Show(string title, string page) => (Title, PageAddress) = (title, SiteUrl.Of(HttpContext).To(page + ComparisonQuery.From(Request.Query).ToQueryString()));

    /// <summary>Shown in the frame: whoever put it there sees what to mend.</summary>
    private protected PageResult Refuse(AskedFault fault)
    {
        (Title, Fault, Response.StatusCode) = ("Assay", fault.Sentence, fault.Status);
        return Page();
    }
}

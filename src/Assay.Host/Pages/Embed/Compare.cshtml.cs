using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Publishing.Embeds;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Host.Pages.Embed;

/// <summary>A comparison for a page of somebody else: the verdict and the scorecard.</summary>
[OfTheCatalogue(KeptSeconds = EmbedRules.KeptSeconds)]
public sealed class CompareModel : EmbedPage
{
    public ComparisonView? View { get; private set; }

    public IActionResult OnGet(string pair)
    {
        if (!ReadTheme()) return Page();
        if (Asked.Comparison(HttpContext, pair, Request.Query, out var fault) is not { } found) return Refuse(fault!);
        var path = PublicAddress.Embed(found.Models);
        if (Asked.IsElsewhere(Request, path)) return LocalRedirectPermanent("~" + path + Request.QueryString);
        View = found.View;
        Show(View.Title, PublicAddress.Page(found.Models));
        return Page();
    }
}

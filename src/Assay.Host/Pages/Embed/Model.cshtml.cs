using Assay.Host.Catalog;
using Assay.Host.Publishing;
using Assay.Host.Publishing.Embeds;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Host.Pages.Embed;

/// <summary>A model for a page of somebody else: what is asked for most.</summary>
[OfTheCatalogue(KeptSeconds = EmbedRules.KeptSeconds)]
public sealed class ModelModel : EmbedPage
{
    public ModelPageView? View { get; private set; }

    public IActionResult OnGet(string org, string model)
    {
        if (!ReadTheme()) return Page();
        if (Asked.Model(HttpContext, $"{org}/{model}", Request.Query, out var fault) is not { } found) return Refuse(fault!);
        var path = PublicAddress.Embed(found.Model);
        if (Asked.IsElsewhere(Request, path)) return LocalRedirectPermanent("~" + path + Request.QueryString);
        View = found.View;
        Show(View.Model.Name, PublicAddress.Page(found.Model));
        return Page();
    }
}

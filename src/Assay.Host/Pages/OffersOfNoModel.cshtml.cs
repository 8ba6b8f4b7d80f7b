using Assay.Host.Catalog;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

[OfTheCatalogue]
public sealed class OffersOfNoModelModel(LiveCatalog live) : PageModel
{
    public OffersOfNoModelView View { get; private set; } = null!;

    public void OnGet()
    {
        View = OffersOfNoModelView.Of(live.Current);
        ViewData["Title"] = "Offers of no single model";
        ViewData["Canonical"] = "/offers/of-no-model";
        ViewData["Json"] = "/offers/of-no-model.json";
    }
}

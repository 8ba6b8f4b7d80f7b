using Assay.Host.Catalog;
using Assay.Host.Publishing;
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
        new PageHead("Offers of no single model")
        {
            Description = "Offers of providers that no single model may be given, such as routers and names that move, each with the reason.", Canonical = "/offers/of-no-model", Json = "/offers/of-no-model.json",
        }.On(ViewData);
    }
}

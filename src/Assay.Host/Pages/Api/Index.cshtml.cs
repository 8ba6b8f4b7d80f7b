using Assay.Host.Catalog;
using Assay.Host.Described;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Api;

/// <summary>The API for people: every route with its parameters, answers and a request to copy, read off the description that programs read.</summary>
[OfTheCatalogue]
public sealed class IndexModel : PageModel
{
    public ApiPageView Api { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        // Routes are those of today, whatever day was asked for.
        AskedDay.Forget(HttpContext);
        // Asked for here: a page model's constructor takes what others may name, and the document is the program's own.
        var made = await HttpContext.RequestServices.GetRequiredService<ApiDocument>().Current(HttpContext.RequestAborted);
        Api = ApiPageView.Of(made.Document, SiteUrl.Of(HttpContext).Root);
        new PageHead("API") { Description = "Every route of the API with its parameters, errors, a request to copy and a real answer; described by OpenAPI 3.1.", Canonical = "/api", Json = Api.Address }.On(ViewData);
    }
}

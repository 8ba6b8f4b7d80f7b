using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

public sealed class IndexModel(LiveCatalog live, Comparer comparer) : PageModel
{
    public StartView View { get; private set; } = null!;

    public void OnGet()
    {
        View = StartView.Of(live.Current, comparer);
        ViewData["Json"] = "/index.json";
    }
}

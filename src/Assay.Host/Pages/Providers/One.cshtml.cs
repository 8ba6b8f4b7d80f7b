using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Providers;

public sealed class OneModel(LiveCatalog live) : PageModel
{
    public ProviderPageView View { get; private set; } = null!;
    public PageEvidence Evidence { get; } = new();

    public IActionResult OnGet(string id)
    {
        var query = ComparisonQuery.From(Request.Query);
        var (day, _) = query.ReadDay();
        var catalog = day is { } asked ? live.On(asked) : live.Current;
        if (!catalog.Providers.TryGetValue(id, out var provider)) return NotFound();
        Evidence.Day = catalog.AsOf;
        View = ProviderPageView.Of(catalog, provider, query.ReadTraffic().Traffic);
        ViewData["Title"] = provider.Name;
        ViewData["Canonical"] = $"/providers/{provider.Id}";
        ViewData["Json"] = $"/providers/{provider.Id}.json{Request.QueryString}";
        return Page();
    }
}

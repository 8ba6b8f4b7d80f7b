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
    public IReadOnlyList<string> Problems { get; private set; } = [];

    private const int PageSize = 100;
    [FromQuery(Name = "page")] public string? PageText { get; set; }
    public int PageNumber { get; private set; }
    public int Pages { get; private set; }
    public IEnumerable<ProviderOfferView> Shown => View.Offers.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    public IActionResult OnGet(string id)
    {
        var query = ComparisonQuery.From(Request.Query);
        var (day, dayProblem) = query.ReadDay();
        var (traffic, problems) = query.ReadTraffic();
        Problems = dayProblem is null ? problems : [.. problems, dayProblem];
        var catalog = day is { } asked ? live.On(asked) : live.Current;
        if (!catalog.Providers.TryGetValue(id, out var provider)) return NotFound();
        Evidence.Day = catalog.AsOf;
        View = ProviderPageView.Of(catalog, provider, traffic);
        Pages = Math.Max(1, (View.Offers.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(PageText, out var number) ? Math.Clamp(number, 1, Pages) : 1;
        ViewData["Title"] = provider.Name;
        ViewData["Canonical"] = $"/providers/{provider.Id}";
        ViewData["Json"] = $"/providers/{provider.Id}.json{Request.QueryString}";
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

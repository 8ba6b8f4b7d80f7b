using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Web.Html;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Providers;

[OfTheCatalogue]
public sealed class OneModel(LiveCatalog live) : PageModel
{
    public ProviderPageView View { get; private set; } = null!;
    public PageEvidence Evidence { get; } = new();
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public const int PageSize = 100;
    [FromQuery(Name = "page")] public string? PageText { get; set; }
    public int PageNumber { get; private set; }
    public int Pages { get; private set; }
    public IEnumerable<ProviderOfferView> Shown => View.Offers.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    public IActionResult OnGet(string id)
    {
        var query = ComparisonQuery.From(Request.Query);
        var (traffic, problems) = query.ReadTraffic();
        var asked = AskedDay.Of(HttpContext);
        Problems = asked.Problem is null ? problems : [.. problems, asked.Problem];
        var catalog = asked.Catalog;
        if (asked.IsPast && !catalog.Providers.ContainsKey(id) && live.Current.Providers.ContainsKey(id))
        {
            Problems = [.. Problems, ComparisonQuery.NotKnownBy(id, asked.Text!)];
            AskedDay.Forget(HttpContext);
            catalog = live.Current;
        }
        if (!catalog.Providers.TryGetValue(id, out var provider)) return NotFound();
        (Evidence.Day, Evidence.History) = (catalog.AsOf, live.HistoryOn(catalog.AsOf));
        View = ProviderPageView.Of(catalog, provider, traffic);
        Pages = Math.Max(1, (View.Offers.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(PageText, out var number) ? Math.Clamp(number, 1, Pages) : 1;
        PageHeads.Of(View, Request).On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

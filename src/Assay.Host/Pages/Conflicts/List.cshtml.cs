using Assay.Catalog.Conflicts;
using Assay.Host.Catalog;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Conflicts;

[OfTheCatalogue]
public sealed class ListModel : PageModel
{
    public const int PageSize = ConflictsApi.PageSize;

    [FromQuery(Name = "model")] public string? ModelName { get; set; }
    [FromQuery(Name = "provider")] public string? Provider { get; set; }
    [FromQuery(Name = "offer")] public string? Offer { get; set; }
    [FromQuery(Name = "field")] public string? Field { get; set; }
    [FromQuery(Name = "class")] public string? Class { get; set; }
    [FromQuery(Name = "page")] public string? PageText { get; set; }

    public ConflictListView List { get; private set; } = null!;
    public string? Problem { get; private set; }
    public string? AsOf { get; private set; }

    /// <summary>The class asked for; null for all.</summary>
    public ConflictKind? Kind => Class is null ? null : ConflictKind.Named(Class);

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        AsOf = asked.Text;
        var catalog = asked.Catalog;
        var page = int.TryParse(PageText, out var number) && number > 0 ? number : 1;
        var query = new ConflictQuery { Model = ModelName, Provider = Provider, Offer = Offer, Field = Field, Class = Class };
        var list = query.Find(catalog, page, PageSize, out var fault);
        Problem = asked.Problem ?? fault;
        List = list ?? new ConflictQuery().Find(catalog, 1, PageSize, out _)!;
        if (Problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        new PageHead("Where sources disagree")
        {
            Description = "Prices, limits and capabilities on which two sources differ, by the likely reason, with what each of them says.", Canonical = "/conflicts", Json = "/conflicts.json" + Request.QueryString,
        }.On(ViewData);
    }

    /// <summary>The same conditions with another class or page.</summary>
    public string Link(string? kind, int page = 1)
    {
        var pairs = new (string Name, string? Value)[] { ("model", ModelName), ("provider", Provider), ("offer", Offer), ("field", Field), ("class", kind), ("asof", AsOf), ("page", page == 1 ? null : page.ToString()) };
        var query = string.Join('&', pairs.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "/conflicts" : "/conflicts?" + query;
    }
}
